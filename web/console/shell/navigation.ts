import type { Role } from '@app/common/auth/actor.js';

export type Place =
  | 'board'
  | 'register'
  | 'tickets'
  | 'interviews'
  | 'reports'
  | 'instructions'
  | 'desk'
  | 'callers'
  | 'contacts'
  | 'rooms'
  | 'duty'
  | 'schedule'
  | 'catalogue'
  | 'figures'
  | 'accounts'
  | 'calendar';

/** What a place belongs to; home to none. */
export type Group = 'hotline' | 'appointments' | 'office';

interface Entry {
  place: Place;
  group: Group | null;
  href: string;
  roles: readonly Role[];
}

/** Who goes where (domain.md §1): a person sees the places of the own posts, nothing greyed out. */
export const NAVIGATION: readonly Entry[] = [
  {
    place: 'board',
    group: null,
    href: '/',
    roles: ['operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader', 'volunteer', 'admin'],
  },
  { place: 'register', group: 'hotline', href: '/register', roles: ['operator', 'supervisor'] },
  {
    place: 'tickets',
    group: 'hotline',
    href: '/tickets',
    roles: ['operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader'],
  },
  {
    place: 'interviews',
    group: 'hotline',
    href: '/interviews',
    roles: ['supervisor', 'handler', 'unit_head', 'inspector', 'leader', 'volunteer'],
  },
  { place: 'reports', group: 'hotline', href: '/reports', roles: ['supervisor', 'inspector', 'leader'] },
  {
    place: 'instructions',
    group: 'hotline',
    href: '/instructions',
    roles: ['supervisor', 'handler', 'unit_head', 'inspector', 'leader'],
  },
  { place: 'desk', group: 'appointments', href: '/desk', roles: ['operator', 'supervisor', 'handler'] },
  { place: 'callers', group: 'appointments', href: '/callers', roles: ['operator', 'supervisor', 'handler'] },
  { place: 'contacts', group: 'appointments', href: '/contacts', roles: ['operator', 'supervisor', 'handler'] },
  {
    place: 'rooms',
    group: 'appointments',
    href: '/rooms',
    roles: ['supervisor', 'handler', 'unit_head', 'inspector', 'admin'],
  },
  { place: 'duty', group: 'appointments', href: '/duty', roles: ['supervisor', 'admin'] },
  { place: 'schedule', group: 'appointments', href: '/schedule', roles: ['supervisor', 'admin'] },
  { place: 'catalogue', group: 'appointments', href: '/catalogue', roles: ['admin'] },
  {
    place: 'figures',
    group: 'appointments',
    href: '/figures',
    roles: ['supervisor', 'unit_head', 'inspector', 'leader', 'admin'],
  },
  { place: 'accounts', group: 'office', href: '/accounts', roles: ['admin'] },
  { place: 'calendar', group: 'office', href: '/calendar', roles: ['admin'] },
];

/** The places open to somebody with these roles, in the order of the menu. */
export function placesOf(roles: readonly Role[]): readonly Entry[] {
  return NAVIGATION.filter((entry) => entry.roles.some((role) => roles.includes(role)));
}

/** A menu of more places than this is told in groups: the row of all of them no longer fits a desk's screen. */
const MOST_IN_A_ROW = 7;

/** The groups of somebody's places, each with its places in the order of the menu; none where one row holds all. */
export function groupsOf(places: readonly Entry[]): readonly { group: Group; places: readonly Entry[] }[] {
  if (places.length <= MOST_IN_A_ROW) return [];
  return (['hotline', 'appointments', 'office'] as const)
    .map((group) => ({ group, places: places.filter((entry) => entry.group === group) }))
    .filter((one) => one.places.length > 0);
}
