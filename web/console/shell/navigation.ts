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
  | 'figures';

interface Entry {
  place: Place;
  href: string;
  roles: readonly Role[];
}

/** Who goes where (domain.md §1): a person sees the places of the own posts, nothing greyed out. */
export const NAVIGATION: readonly Entry[] = [
  {
    place: 'board',
    href: '/',
    roles: ['operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader', 'volunteer', 'admin'],
  },
  { place: 'register', href: '/register', roles: ['operator', 'supervisor'] },
  {
    place: 'tickets',
    href: '/tickets',
    roles: ['operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader'],
  },
  {
    place: 'interviews',
    href: '/interviews',
    roles: ['supervisor', 'handler', 'unit_head', 'inspector', 'leader'],
  },
  { place: 'reports', href: '/reports', roles: ['supervisor', 'inspector', 'leader'] },
  {
    place: 'instructions',
    href: '/instructions',
    roles: ['supervisor', 'handler', 'unit_head', 'inspector', 'leader'],
  },
  { place: 'desk', href: '/desk', roles: ['operator', 'supervisor', 'handler'] },
  { place: 'callers', href: '/callers', roles: ['operator', 'supervisor', 'handler'] },
  { place: 'contacts', href: '/contacts', roles: ['operator', 'supervisor', 'handler'] },
  { place: 'rooms', href: '/rooms', roles: ['supervisor', 'handler', 'unit_head', 'inspector', 'admin'] },
  { place: 'duty', href: '/duty', roles: ['supervisor', 'admin'] },
  { place: 'schedule', href: '/schedule', roles: ['supervisor', 'admin'] },
  { place: 'catalogue', href: '/catalogue', roles: ['admin'] },
  { place: 'figures', href: '/figures', roles: ['supervisor', 'unit_head', 'inspector', 'leader', 'admin'] },
];

/** The places open to somebody with these roles, in the order of the menu. */
export function placesOf(roles: readonly Role[]): readonly Entry[] {
  return NAVIGATION.filter((entry) => entry.roles.some((role) => roles.includes(role)));
}
