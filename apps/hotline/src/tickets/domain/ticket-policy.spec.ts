import { describe, expect, it } from '@jest/globals';
import { CITIZEN, ROLES, type Actor, type Role } from '@app/common/auth/actor.js';
import {
  allowedActions,
  listScope,
  permits,
  TICKET_ACTIONS,
  viewOf,
  type GuardedTicket,
  type TicketAction,
} from './ticket-policy.js';
import { TICKET_STATES, type TicketState } from './ticket-state.js';

/** A review (复议) is decided once it was asked for. */
const REVIEWS: { open: Role[]; confidential: Role[]; in: TicketState[] } = {
  open: ['supervisor'],
  confidential: ['inspector'],
  in: ['answered', 'closed', 'refused'],
};
const UNIT = 'unit-1';
const staff = (roles: Role | Role[], unitId = UNIT): Actor => ({
  kind: 'staff',
  id: 'someone',
  name: 'someone',
  roles: Array.isArray(roles) ? roles : [roles],
  unitId,
});
const ticket = (over: Partial<GuardedTicket> = {}): GuardedTicket => ({
  state: 'dispatched',
  unitId: UNIT,
  confidential: false,
  reviewAskedAt: null,
  ...over,
});

describe('what one may see of a ticket', () => {
  it.each<[Role, string, string]>([
    // role, an open ticket, a confidential one; both of another unit
    ['operator', 'full', 'redacted'],
    ['supervisor', 'full', 'hidden'],
    ['handler', 'hidden', 'hidden'],
    ['unit_head', 'hidden', 'hidden'],
    ['inspector', 'full', 'full'],
    ['leader', 'full', 'hidden'],
    ['volunteer', 'hidden', 'hidden'],
    ['admin', 'hidden', 'hidden'],
  ])('%s: %s, confidential: %s', (role, open, confidential) => {
    const actor = staff(role, 'another-unit');
    expect(viewOf(actor, ticket())).toBe(open);
    expect(viewOf(actor, ticket({ confidential: true }))).toBe(confidential);
  });

  it('shows a unit its own tickets with their content, confidential ones too', () => {
    for (const role of ['handler', 'unit_head'] as const) {
      expect(viewOf(staff(role), ticket())).toBe('full');
      expect(viewOf(staff(role), ticket({ confidential: true }))).toBe('full');
      expect(viewOf(staff(role), ticket({ unitId: null }))).toBe('hidden');
    }
  });

  it('is nothing for citizens and the suite: they come other ways', () => {
    expect(viewOf(CITIZEN, ticket())).toBe('hidden');
    expect(viewOf({ kind: 'system', name: 'timer:clock' }, ticket())).toBe('hidden');
  });

  it('is the most that any of several roles gives', () => {
    expect(viewOf(staff(['supervisor', 'operator'], 'x'), ticket({ confidential: true }))).toBe('redacted');
  });
});

const mayReveal = (confidential: boolean, unitId: string): Role[] =>
  ROLES.filter((role) => permits(staff(role, unitId), 'reveal', ticket({ confidential })));

describe('who may open the identity', () => {
  it('of an open ticket: the hotline, the inspector, its own unit', () => {
    expect(mayReveal(false, UNIT)).toEqual(['operator', 'supervisor', 'handler', 'unit_head', 'inspector']);
    expect(mayReveal(false, 'another-unit')).toEqual(['operator', 'supervisor', 'inspector']);
  });

  it('of a confidential one: the inspector alone', () => {
    expect(mayReveal(true, UNIT)).toEqual(['inspector']);
  });
});

describe('what one may do', () => {
  const table: Record<Exclude<TicketAction, 'reveal'>, { open: Role[]; confidential: Role[]; in: TicketState[] }> = {
    dispatch: {
      open: ['operator', 'supervisor'],
      confidential: ['operator', 'inspector'],
      in: ['registered', 'returned', 'reopened'],
    },
    answer: { open: ['operator', 'supervisor'], confidential: [], in: ['registered', 'returned', 'reopened'] },
    refuse: {
      open: ['operator', 'supervisor'],
      confidential: ['inspector'],
      in: ['registered', 'returned', 'reopened'],
    },
    accept: { open: ['handler', 'unit_head'], confidential: ['handler', 'unit_head'], in: ['dispatched'] },
    return: {
      open: ['handler', 'unit_head'],
      confidential: ['handler', 'unit_head'],
      in: ['dispatched', 'accepted', 'in_progress', 'awaiting_material'],
    },
    reply: {
      open: ['handler', 'unit_head'],
      confidential: ['handler', 'unit_head'],
      in: ['accepted', 'in_progress', 'awaiting_material'],
    },
    uphold: REVIEWS,
    set_aside: REVIEWS,
  };

  it('is exactly the table, for every role, action, state and confidentiality', () => {
    for (const role of ROLES) {
      for (const state of TICKET_STATES) {
        for (const confidential of [false, true]) {
          const expected = TICKET_ACTIONS.filter((action) => {
            if (action === 'reveal') return permits(staff(role), 'reveal', ticket({ state, confidential }));
            if (action === 'dispatch' && role === 'operator' && state === 'returned' && !confidential) return false;
            const row = table[action];
            return row.in.includes(state) && row[confidential ? 'confidential' : 'open'].includes(role);
          });
          const actual = allowedActions(
            staff(role),
            ticket({ state, confidential, reviewAskedAt: new Date(0) }),
            false,
          );
          expect({ role, state, confidential, actual }).toEqual({ role, state, confidential, actual: expected });
        }
      }
    }
  });

  it('decides no review that nobody has asked for', () => {
    for (const role of ROLES) {
      for (const state of TICKET_STATES) {
        const actions = allowedActions(staff(role), ticket({ state }), false);
        expect(actions.filter((action) => action === 'uphold' || action === 'set_aside')).toEqual([]);
      }
    }
  });

  it('decides no review of what one has decided oneself', () => {
    for (const [role, confidential] of [
      ['supervisor', false],
      ['inspector', true],
    ] as const) {
      const asked = ticket({ state: 'refused', confidential, reviewAskedAt: new Date(0) });
      expect(allowedActions(staff(role), asked, false)).toEqual(['uphold', 'set_aside', 'reveal']);
      expect(allowedActions(staff(role), asked, true)).toEqual(['reveal']);
    }
  });

  it('with another unit’s ticket is nothing for a unit', () => {
    for (const state of TICKET_STATES) {
      expect(allowedActions(staff(['handler', 'unit_head'], 'another-unit'), ticket({ state }), false)).toEqual([]);
    }
  });
});

describe('which tickets a list holds', () => {
  it('agrees with what may be seen of each', () => {
    for (const role of ROLES) {
      const actor = staff(role);
      const scope = listScope(actor);
      for (const confidential of [false, true]) {
        for (const unitId of [null, UNIT, 'another-unit']) {
          const listed =
            scope.all || (scope.open && !confidential) || (scope.unitId !== null && scope.unitId === unitId);
          expect({ role, confidential, unitId, listed }).toEqual({
            role,
            confidential,
            unitId,
            listed: viewOf(actor, ticket({ confidential, unitId })) !== 'hidden',
          });
        }
      }
    }
  });
});
