import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '../messaging/definitions.js';
import * as appointments from './appointments.events.js';
import { ALL_EVENTS, subjectsOf } from './all-events.js';
import * as gateway from './gateway.events.js';
import * as hotline from './hotline.events.js';
import * as interviews from './interviews.events.js';

describe('the events of the suite', () => {
  it('all stand in the list that makes the streams', () => {
    const defined = [appointments, gateway, hotline, interviews].flatMap((contracts) =>
      Object.values(contracts).flatMap((each) =>
        typeof each === 'object' && 'subject' in each && 'publishers' in each ? [each.subject] : [],
      ),
    );
    expect(new Set(ALL_EVENTS.map((event) => event.subject))).toEqual(new Set(defined));
    expect(ALL_EVENTS).toHaveLength(defined.length);
  });

  it('belong to exactly one stream each', () => {
    const subjects = SERVICES.flatMap(subjectsOf);
    expect(subjects.sort()).toEqual(ALL_EVENTS.map((event) => event.subject).sort());
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});
