import { describe, expect, it } from '@jest/globals';
import { figuresOf, together, type Tally } from './tally.js';

/** Two windows of one place, each open for three hours in the morning; one of them for 90 minutes at noon. */
const monday: Tally = {
  servedMinutes: 225,
  openMinutes: 450,
  sessions: {
    morning: { bookedMinutes: 270, offeredMinutes: 360 },
    noon: { bookedMinutes: 30, offeredMinutes: 90 },
  },
  waits: new Map([
    [0, 2],
    [5, 4],
    [20, 3],
    [61, 1],
  ]),
  due: 8,
  missed: 1,
  came: 12,
  unserved: 3,
  served: 9,
  extended: 3,
  leads: new Map([
    [24, 5],
    [72, 3],
  ]),
};
const none: Tally = {
  servedMinutes: 0,
  openMinutes: null,
  sessions: {},
  waits: new Map(),
  due: 0,
  missed: 0,
  came: 0,
  unserved: 0,
  served: 0,
  extended: 0,
  leads: new Map(),
};

describe('the figures of a day', () => {
  it('are those worked out by hand', () => {
    expect(figuresOf(monday)).toEqual({
      windowUse: { servedMinutes: 225, openMinutes: 450, share: 0.5 },
      sessions: [
        { session: 'morning', bookedMinutes: 270, offeredMinutes: 360, share: 0.75 },
        { session: 'noon', bookedMinutes: 30, offeredMinutes: 90, share: 0.3333 },
      ],
      wait: { called: 10, medianMinutes: 5, p90Minutes: 20 },
      noShow: { due: 8, missed: 1, rate: 0.125 },
      unserved: { came: 12, unserved: 3, share: 0.25 },
      extended: { served: 9, extended: 3, share: 0.3333 },
      leadTime: { bookings: 8, medianHours: 24, p90Hours: 72 },
    });
  });

  it('say nothing where there is nothing to divide by', () => {
    expect(figuresOf(none)).toEqual({
      windowUse: { servedMinutes: 0, openMinutes: null, share: null },
      sessions: [],
      wait: { called: 0, medianMinutes: null, p90Minutes: null },
      noShow: { due: 0, missed: 0, rate: null },
      unserved: { came: 0, unserved: 0, share: null },
      extended: { served: 0, extended: 0, share: null },
      leadTime: { bookings: 0, medianHours: null, p90Hours: null },
    });
  });

  it('of several days are added before they are divided', () => {
    const tuesday: Tally = {
      ...none,
      servedMinutes: 45,
      openMinutes: 450,
      sessions: { morning: { bookedMinutes: 90, offeredMinutes: 360 } },
      waits: new Map([[5, 1]]),
      due: 2,
      missed: 1,
      came: 8,
      unserved: 0,
      served: 1,
    };
    expect(figuresOf(together([monday, tuesday, none]))).toMatchObject({
      windowUse: { servedMinutes: 270, openMinutes: 900, share: 0.3 },
      sessions: [
        { session: 'morning', bookedMinutes: 360, offeredMinutes: 720, share: 0.5 },
        { session: 'noon', bookedMinutes: 30, offeredMinutes: 90, share: 0.3333 },
      ],
      wait: { called: 11, medianMinutes: 5, p90Minutes: 20 },
      noShow: { due: 10, missed: 2, rate: 0.2 },
      unserved: { came: 20, unserved: 3, share: 0.15 },
      extended: { served: 10, extended: 3, share: 0.3 },
    });
  });
});
