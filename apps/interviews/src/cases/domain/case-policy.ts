import { hasRole, type Actor } from '@app/common/auth/actor.js';
import { mayGo, type CaseState } from './case-state.js';

/** What can be done to a case, named as the last part of its route. */
export const CASE_ACTIONS = [
  'root-cause',
  'plan',
  'appointment',
  'volunteer',
  'minutes',
  'verification',
  'orders',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/**
 * `none`: for this actor the case does not exist; `redacted`: existence and state, no text; `talk`: what the talk is
 * about, without the supervision of the unit and the ledger.
 */
export type CaseAccess = 'none' | 'redacted' | 'talk' | 'full';

/** What of a case the policy looks at. */
export interface CaseForPolicy {
  readonly unitId: string;
  readonly confidential: boolean;
  readonly state: CaseState;
  /** The account of the volunteer at the present round's talk. */
  readonly volunteerStaffId: string | null;
}

type CaseForAccess = Pick<CaseForPolicy, 'unitId' | 'confidential'> & Partial<Pick<CaseForPolicy, 'volunteerStaffId'>>;

/**
 * What an actor may see of a case (domain.md §1): inspectors everything; the unit its own; leaders and the hotline's
 * supervisor all, a confidential one without its texts; a volunteer the talk they are assigned to, whatever it is about;
 * operators and administrators nothing.
 */
export function caseAccess(actor: Actor, item: CaseForAccess): CaseAccess {
  if (hasRole(actor, 'inspector')) return 'full';
  if (isOwnUnit(actor, item)) return 'full';
  const supervises = hasRole(actor, 'supervisor', 'leader');
  if (supervises && !item.confidential) return 'full';
  if (isAssigned(actor, item)) return 'talk';
  return supervises ? 'redacted' : 'none';
}

/** Which cases a list may hold for a reader: all, or one unit's. */
export interface CaseScope {
  readonly unitId?: string;
}

/** The scope of a reader's lists; null where the reader may know of no case. */
export function caseScope(actor: Actor): CaseScope | null {
  if (hasRole(actor, 'inspector', 'supervisor', 'leader')) return {};
  if (hasRole(actor, 'handler', 'unit_head') && actor.kind === 'staff') return { unitId: actor.unitId };
  return null;
}

/** Which cases the list of them may hold: a volunteer's those at whose talk they are. */
export interface TalkScope extends CaseScope {
  readonly volunteerStaffId?: string;
}

export function talkScope(actor: Actor): TalkScope | null {
  const scope = caseScope(actor);
  if (scope || actor.kind !== 'staff' || !hasRole(actor, 'volunteer')) return scope;
  return { volunteerStaffId: actor.id };
}

function isAssigned(actor: Actor, item: Pick<CaseForAccess, 'volunteerStaffId'>): boolean {
  return hasRole(actor, 'volunteer') && actor.kind === 'staff' && actor.id === item.volunteerStaffId;
}

/** Whether the actor handles items of the case's unit. */
export function isOwnUnit(actor: Actor, item: Pick<CaseForPolicy, 'unitId'>): boolean {
  return hasRole(actor, 'handler', 'unit_head') && actor.kind === 'staff' && actor.unitId === item.unitId;
}

/**
 * Whether the actor is an inspector who is not of the unit being verified (domain.md §4: the verifier is never of the
 * unit being verified).
 */
export function mayVerify(actor: Actor, item: Pick<CaseForPolicy, 'unitId'>): boolean {
  return hasRole(actor, 'inspector') && actor.kind === 'staff' && actor.unitId !== item.unitId;
}

/** What the actor may do to the case now: the state machine and the policy together. */
export function allowedActions(actor: Actor, item: CaseForPolicy): CaseAction[] {
  return CASE_ACTIONS.filter((action) => stateAllows(action, item.state) && policyAllows(action, actor, item));
}

/** Whether a case in `state` is ready for `action`. */
export function stateAllows(action: CaseAction, state: CaseState): boolean {
  switch (action) {
    case 'root-cause':
      return mayGo(state, 'sorted');
    case 'plan':
      return state !== 'scheduled' && mayGo(state, 'planned');
    case 'appointment':
      return mayGo(state, 'scheduled');
    case 'volunteer':
      return state === 'scheduled';
    case 'minutes':
      return mayGo(state, 'held');
    case 'verification':
      return state === 'held';
    case 'orders':
      return state !== 'closed';
  }
}

/** Whether the actor may do `action` to the case, whatever its state. */
export function policyAllows(action: CaseAction, actor: Actor, item: CaseForPolicy): boolean {
  switch (action) {
    case 'verification':
    case 'orders':
      return mayVerify(actor, item);
    default:
      return isOwnUnit(actor, item);
  }
}
