import { CITIZEN, ROLES, type Role, type StaffActor } from '@app/common/auth/actor.js';
import { describe, expect, it } from '@jest/globals';
import { allowedActions, caseAccess, caseScope, mayVerify, talkScope, type CaseAccess } from './case-policy.js';

const OWN = 'own-unit';
const OTHER = 'other-unit';
const actor = (roles: Role[], unitId = OTHER): StaffActor => ({ kind: 'staff', id: 'id', name: 'name', roles, unitId });
const item = { unitId: OWN, confidential: false, state: 'held', volunteerStaffId: null } as const;

describe('what may be seen of a case', () => {
  const table: [Role, string, CaseAccess, CaseAccess][] = [
    ['operator', OTHER, 'none', 'none'],
    ['supervisor', OTHER, 'full', 'redacted'],
    ['handler', OWN, 'full', 'full'],
    ['handler', OTHER, 'none', 'none'],
    ['unit_head', OWN, 'full', 'full'],
    ['unit_head', OTHER, 'none', 'none'],
    ['inspector', OTHER, 'full', 'full'],
    ['leader', OTHER, 'full', 'redacted'],
    ['volunteer', OWN, 'none', 'none'],
    ['admin', OWN, 'none', 'none'],
  ];

  it.each(table)('%s of %s: %s, of a confidential one %s', (role, unitId, plain, confidential) => {
    expect(caseAccess(actor([role], unitId), item)).toBe(plain);
    expect(caseAccess(actor([role], unitId), { ...item, confidential: true })).toBe(confidential);
  });

  it('has a line for every role', () => {
    expect(new Set(table.map(([role]) => role))).toEqual(new Set(ROLES));
  });

  it('is, for a volunteer, the talk they are assigned to, whatever it is about, and no other', () => {
    const volunteer = actor(['volunteer']);
    const assigned = { ...item, volunteerStaffId: 'id' };
    expect(caseAccess(volunteer, assigned)).toBe('talk');
    expect(caseAccess(volunteer, { ...assigned, confidential: true })).toBe('talk');
    expect(caseAccess(volunteer, { ...item, volunteerStaffId: 'another' })).toBe('none');
    expect(caseAccess(actor(['handler']), assigned)).toBe('none');
    expect(caseAccess(actor(['supervisor', 'volunteer']), assigned)).toBe('full');
    expect(talkScope(volunteer)).toEqual({ volunteerStaffId: 'id' });
    expect(caseScope(volunteer)).toBeNull();
    expect(talkScope(actor(['handler', 'volunteer'], OWN))).toEqual({ unitId: OWN });
    expect(allowedActions(volunteer, { ...assigned, state: 'scheduled' })).toEqual([]);
  });

  it('is nothing for a citizen, and lists are no wider than single cases', () => {
    expect(caseAccess(CITIZEN, item)).toBe('none');
    expect(caseScope(CITIZEN)).toBeNull();
    expect(caseScope(actor(['handler'], OWN))).toEqual({ unitId: OWN });
    expect(caseScope(actor(['operator']))).toBeNull();
    expect(caseScope(actor(['handler', 'inspector']))).toEqual({});
  });
});

describe('what may be done to a case', () => {
  it('the verifier is never of the unit being verified', () => {
    expect(mayVerify(actor(['inspector'], OTHER), item)).toBe(true);
    expect(mayVerify(actor(['inspector'], OWN), item)).toBe(false);
    expect(mayVerify(actor(['inspector', 'handler'], OWN), item)).toBe(false);
    expect(mayVerify(actor(['supervisor'], OTHER), item)).toBe(false);
  });

  it('follows the three steps', () => {
    const own = actor(['handler'], OWN);
    expect(allowedActions(own, { ...item, state: 'opened' })).toEqual(['root-cause']);
    expect(allowedActions(own, { ...item, state: 'sorted' })).toEqual(['root-cause', 'plan']);
    expect(allowedActions(own, { ...item, state: 'planned' })).toEqual(['plan', 'appointment']);
    expect(allowedActions(own, { ...item, state: 'scheduled' })).toEqual(['appointment', 'volunteer', 'minutes']);
    expect(allowedActions(own, { ...item, state: 'held' })).toEqual([]);
  });

  it('verification and orders are the inspector’s, and end with the case', () => {
    const inspector = actor(['inspector']);
    expect(allowedActions(inspector, item)).toEqual(['verification', 'orders']);
    expect(allowedActions(inspector, { ...item, state: 'opened' })).toEqual(['orders']);
    expect(allowedActions(inspector, { ...item, state: 'closed' })).toEqual([]);
    expect(allowedActions(actor(['leader', 'supervisor']), item)).toEqual([]);
  });
});
