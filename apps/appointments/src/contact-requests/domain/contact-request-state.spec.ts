import { describe, expect, it } from '@jest/globals';
import {
  CONTACT_REQUEST_ACTIONS,
  CONTACT_REQUEST_STATES,
  CONTACT_REQUEST_TRANSITIONS,
  contactRequestActionsIn,
  contactRequestStatesBefore,
  FIRST_CONTACT_REQUEST_STATE,
  OPEN_CONTACT_REQUESTS,
  type ContactRequestState,
} from './contact-request-state.js';

const reachedFrom = (first: ContactRequestState): Set<ContactRequestState> => {
  const reached = new Set<ContactRequestState>([first]);
  for (const state of reached) for (const next of CONTACT_REQUEST_TRANSITIONS[state]) reached.add(next);
  return reached;
};

describe('预约服务', () => {
  it('has no state that cannot be reached, and knows every state it goes to', () => {
    expect([...reachedFrom(FIRST_CONTACT_REQUEST_STATE)].toSorted()).toEqual(CONTACT_REQUEST_STATES.toSorted());
  });

  it('comes to an end from every state that is open, and never out of an end', () => {
    for (const state of CONTACT_REQUEST_STATES) {
      const ends = CONTACT_REQUEST_TRANSITIONS[state].length === 0;
      expect(OPEN_CONTACT_REQUESTS.includes(state)).toBe(!ends);
      expect(reachedFrom(state).has('withdrawn') || state === 'served').toBe(true);
    }
  });

  it('has an action for every step of the table, and no other', () => {
    const led = Object.values(CONTACT_REQUEST_TRANSITIONS).flat();
    expect(new Set(Object.values(CONTACT_REQUEST_ACTIONS))).toEqual(new Set(led));
  });

  it('begins with the contact: nothing is agreed with somebody who was not reached', () => {
    expect(contactRequestActionsIn('requested')).toEqual(['contacted', 'withdraw']);
    expect(contactRequestStatesBefore('agreed')).toEqual(['contacted', 'agreed', 'arranged']);
    expect(contactRequestStatesBefore('arranged')).toEqual(['agreed', 'arranged']);
  });
});
