/** The staff roles of domain.md §1. Citizens have no account. */
export const ROLES = [
  'operator',
  'supervisor',
  'handler',
  'unit_head',
  'inspector',
  'leader',
  'volunteer',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in member of staff, as the session token carries it. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The unit the person works for; hotline, commission and leaders have units of their own. */
  readonly unitId: string;
}

/** A citizen who has shown number and query code, or who files a new request. */
export interface CitizenActor {
  readonly kind: 'citizen';
}

/** The suite itself: a timer, an event, an import. */
export interface SystemActor {
  readonly kind: 'system';
  /** What acted, e.g. `timer:interview.overdue` or `event:hotline.ticket.dissatisfied.v1`. */
  readonly name: string;
}

export type Actor = StaffActor | CitizenActor | SystemActor;

export const CITIZEN: CitizenActor = { kind: 'citizen' };

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role));
}
