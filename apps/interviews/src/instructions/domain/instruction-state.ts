import { hasRole, type Actor } from '@app/common/auth/actor.js';
import { isOwnUnit } from '../../cases/domain/case-policy.js';
import type { InstructionState } from '../instruction.dto.js';

/** A leader's instruction is reported back by its unit, then struck off (domain.md §4, tier 3). */
export const INSTRUCTION_TRANSITIONS = {
  open: ['reported_back'],
  reported_back: ['struck_off'],
  struck_off: [],
} as const satisfies Record<InstructionState, readonly InstructionState[]>;

export const INITIAL_INSTRUCTION_STATE: InstructionState = 'open';

export type InstructionAction = 'report-back' | 'strike-off';

/** The state an action leads to. */
export const STATE_AFTER = {
  'report-back': 'reported_back',
  'strike-off': 'struck_off',
} as const satisfies Record<InstructionAction, InstructionState>;

/** Whether the state machine lets the action happen. */
export function instructionStateAllows(action: InstructionAction, state: InstructionState): boolean {
  return (INSTRUCTION_TRANSITIONS[state] as readonly InstructionState[]).includes(STATE_AFTER[action]);
}

/** The unit reports back; hotline and commission strike off, except the commission's own matter by its own people. */
export function instructionPolicyAllows(action: InstructionAction, actor: Actor, item: { unitId: string }): boolean {
  if (action === 'report-back') return isOwnUnit(actor, item);
  return hasRole(actor, 'supervisor', 'inspector') && actor.kind === 'staff' && actor.unitId !== item.unitId;
}

/** What the actor may do with an instruction now. */
export function allowedInstructionActions(
  actor: Actor,
  item: { unitId: string; state: InstructionState },
): InstructionAction[] {
  const actions: InstructionAction[] = ['report-back', 'strike-off'];
  return actions.filter(
    (action) => instructionStateAllows(action, item.state) && instructionPolicyAllows(action, actor, item),
  );
}
