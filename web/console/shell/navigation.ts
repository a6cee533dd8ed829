import type { Role } from '@app/common/auth/actor.js';

export type Place = 'board' | 'register' | 'tickets' | 'interviews' | 'reports' | 'instructions';

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
];

/** The places open to somebody with these roles, in the order of the menu. */
export function placesOf(roles: readonly Role[]): readonly Entry[] {
  return NAVIGATION.filter((entry) => entry.roles.some((role) => roles.includes(role)));
}
