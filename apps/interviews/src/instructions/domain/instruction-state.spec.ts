import type { Role, StaffActor } from '@app/common/auth/actor.js';
import { describe, expect, it } from '@jest/globals';
import { INSTRUCTION_STATES } from '../instruction.dto.js';
import { allowedInstructionActions, INITIAL_INSTRUCTION_STATE, INSTRUCTION_TRANSITIONS } from './instruction-state.js';

const actor = (role: Role, unitId: string): StaffActor => ({
  kind: 'staff',
  id: 'i',
  name: 'n',
  roles: [role],
  unitId,
});

describe('a leader’s instruction', () => {
  it('its states are all known and all reachable', () => {
    const reached = new Set([INITIAL_INSTRUCTION_STATE]);
    for (const state of reached) for (const next of INSTRUCTION_TRANSITIONS[state]) reached.add(next);
    expect([...reached].toSorted()).toEqual([...INSTRUCTION_STATES].toSorted());
  });

  it('is reported back by its unit, then struck off by hotline or commission', () => {
    const open = { unitId: 'u', state: 'open' } as const;
    const back = { unitId: 'u', state: 'reported_back' } as const;
    expect(allowedInstructionActions(actor('unit_head', 'u'), open)).toEqual(['report-back']);
    expect(allowedInstructionActions(actor('unit_head', 'v'), open)).toEqual([]);
    expect(allowedInstructionActions(actor('supervisor', 'h'), open)).toEqual([]);
    expect(allowedInstructionActions(actor('supervisor', 'h'), back)).toEqual(['strike-off']);
    expect(allowedInstructionActions(actor('inspector', 'u'), back)).toEqual([]);
    expect(allowedInstructionActions(actor('leader', 'l'), back)).toEqual([]);
  });
});
