import type { SessionName } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayGrid } from './day-grid.js';
import { freeTimesOf } from './free-slots.js';
import type { TakenPlace } from './taken-place.js';
import { goodUntil, windowSlots, type SlotRules, type WindowSession, type WindowSlot } from './window-slots.js';

const MINUTE = 60_000;
const DAY = Date.parse('2026-11-25T00:00:00Z');
const at = (minute: number): Date => new Date(DAY + minute * MINUTE);
const msMinute = (ms: number): number => (ms - DAY) / MINUTE;
const minuteOf = (time: Date): number => msMinute(time.getTime());
const LONG_BEFORE = at(-10_000);

const session = (name: SessionName, from: number, to: number, over: Partial<WindowSession> = {}): WindowSession => ({
  session: name,
  startAt: at(from),
  endAt: at(to),
  capacity: 1,
  greenMinutes: 0,
  ...over,
});
const rules = (over: Partial<SlotRules> = {}): SlotRules => ({
  durationMinutes: 30,
  gridMinutes: 15,
  graceMinutes: 0,
  greenReleaseHours: 24,
  green: false,
  travelMinutes: 0,
  ...over,
});
const begins = (slots: readonly WindowSlot[]): number[] => slots.map(({ startMs }) => msMinute(startMs));

describe('the slots of a window', () => {
  it('begin on the grid counted from the start of the session', () => {
    expect(begins(windowSlots([session('morning', 545, 620)], rules(), LONG_BEFORE))).toEqual([545, 560, 575, 590]);
  });

  it('run on where one session touches the next, with the places of the narrower', () => {
    const morning = session('morning', 540, 600, { capacity: 3 });
    const noon = session('noon', 600, 660, { capacity: 2 });
    const slots = windowSlots([morning, noon], rules(), LONG_BEFORE);
    expect(slots.map(({ startMs, capacity }) => [msMinute(startMs), capacity])).toEqual([
      [540, 3],
      [555, 3],
      [570, 3],
      [585, 2],
      [600, 2],
      [615, 2],
      [630, 2],
    ]);
    expect(slots.find(({ startMs }) => msMinute(startMs) === 585)?.session).toBe('morning');
  });

  it('in progress at closing are finished within the grace, and none begins that could not be (窗口有群众不下班)', () => {
    const open = [session('afternoon', 540, 600)];
    expect(begins(windowSlots(open, rules({ graceMinutes: 15 }), LONG_BEFORE)).at(-1)).toBe(585);
    expect(begins(windowSlots(open, rules({ graceMinutes: 14 }), LONG_BEFORE)).at(-1)).toBe(570);
  });

  it('do not use the grace to reach into the next session over a pause', () => {
    const open = [session('morning', 540, 600), session('afternoon', 605, 660)];
    expect(begins(windowSlots(open, rules({ graceMinutes: 15 }), LONG_BEFORE))).toEqual([540, 555, 570, 605, 620, 635]);
  });

  it('in the green minutes are for the green channel until they are released', () => {
    const open = [session('morning', 540, 630, { greenMinutes: 30 })];
    const dayBefore = at(540 - 24 * 60);
    expect(begins(windowSlots(open, rules(), LONG_BEFORE))).toEqual([540, 555, 570]);
    expect(begins(windowSlots(open, rules({ green: true }), LONG_BEFORE))).toEqual([540, 555, 570, 585, 600]);
    expect(begins(windowSlots(open, rules(), new Date(dayBefore.getTime() - 1)))).toEqual([540, 555, 570]);
    expect(begins(windowSlots(open, rules(), dayBefore))).toEqual([540, 555, 570, 585, 600]);
  });

  it('at home take the way there and back as well', () => {
    const slots = windowSlots([session('morning', 540, 660)], rules({ travelMinutes: 30 }), LONG_BEFORE);
    expect(begins(slots)).toEqual([570, 585, 600]);
    expect(slots[0]).toMatchObject({ fromMs: at(540).getTime(), toMs: at(630).getTime() });
  });

  it('begin later than now', () => {
    expect(begins(windowSlots([session('morning', 540, 620)], rules(), at(555)))).toEqual([570, 585]);
  });
});

interface Case {
  readonly windows: readonly { readonly sessions: readonly WindowSession[]; readonly taken: readonly TakenPlace[] }[];
  readonly rules: SlotRules;
  readonly now: Date;
}

/**
 * Slow and obvious: tries every minute of the day, at every window, and looks at every minute of the slot and at every
 * place.
 */
function oracle({ windows, rules: { green, ...r }, now }: Case): [number, number][] {
  const found: [number, number][] = [];
  for (let start = 0; start < 1440; start += 1) {
    let places = 0;
    for (const { sessions, taken } of windows) {
      const own = sessions.find((one) => minuteOf(one.startAt) <= start && start < minuteOf(one.endAt));
      if (!own || (start - minuteOf(own.startAt)) % r.gridMinutes !== 0 || start <= minuteOf(now)) continue;
      const openAt = (minute: number): WindowSession | undefined =>
        sessions.find((one) => minuteOf(one.startAt) <= minute && minute < minuteOf(one.endAt));
      const minutes = Array.from({ length: r.durationMinutes }, (_, i) => start + i);
      const outside = Array.from(
        { length: r.durationMinutes + 2 * r.travelMinutes },
        (_, i) => start - r.travelMinutes + i,
      );
      const before = outside.filter((minute) => minute < start);
      if (before.some((minute) => !openAt(minute))) continue;
      const shut = outside.filter((minute) => minute >= start && !openAt(minute));
      // After closing only, without a gap to another session, and no longer than the grace.
      const end = start + r.durationMinutes + r.travelMinutes;
      if (shut.length > r.graceMinutes || shut.some((minute) => minute !== end - 1 && openAt(minute + 1))) continue;
      if (shut.length > 0 && outside.slice(outside.indexOf(shut[0] ?? 0)).some((minute) => openAt(minute))) continue;
      const kept = sessions.some(
        (one) =>
          minutes.some((minute) => openAt(minute) === one) &&
          minuteOf(now) < minuteOf(one.startAt) - r.greenReleaseHours * 60 &&
          one.greenMinutes > 0 &&
          start + r.durationMinutes > minuteOf(one.endAt) - one.greenMinutes,
      );
      if (kept && !green) continue;
      const capacity = Math.min(...minutes.map((minute) => openAt(minute)?.capacity ?? Infinity));
      for (let place = 1; place <= capacity; place += 1) {
        const free = outside.every((minute) =>
          taken.every((one) => one.place !== place || minute < msMinute(one.fromMs) || msMinute(one.toMs) <= minute),
        );
        if (free) places += 1;
      }
    }
    if (places > 0) found.push([start, places]);
  }
  return found;
}

const names = ['morning', 'noon', 'afternoon', 'evening'] as const;

/** Up to four sessions in order: lengths and pauses in steps of five minutes, many without a pause between. */
const windowSessions = fc
  .array(
    fc.record({
      pause: fc.constantFrom(0, 0, 0, 5, 10, 30, 60),
      length: fc.integer({ min: 1, max: 36 }).map((n) => n * 5),
      capacity: fc.integer({ min: 1, max: 3 }),
      greenMinutes: fc.constantFrom(0, 0, 15, 30, 60),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => {
    let minute = 480;
    return parts.map(({ pause, length, capacity, greenMinutes }, i) => {
      const from = minute + pause;
      minute = from + length;
      return session(names[i] ?? 'evening', from, minute, { capacity, greenMinutes });
    });
  });

const takenPlace = fc
  .record({
    from: fc.integer({ min: 450, max: 1100 }),
    length: fc.integer({ min: 1, max: 90 }),
    place: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ from, length, place }) => ({ fromMs: DAY + from * MINUTE, toMs: DAY + (from + length) * MINUTE, place }));

const cases: fc.Arbitrary<Case> = fc.record({
  windows: fc.array(fc.record({ sessions: windowSessions, taken: fc.array(takenPlace, { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  rules: fc.record({
    durationMinutes: fc.integer({ min: 5, max: 120 }),
    gridMinutes: fc.constantFrom(5, 10, 15, 20, 30),
    graceMinutes: fc.constantFrom(0, 10, 15, 30),
    greenReleaseHours: fc.constantFrom(0, 1, 24),
    green: fc.boolean(),
    travelMinutes: fc.constantFrom(0, 0, 10, 30),
  }),
  now: fc.constantFrom(LONG_BEFORE, at(-600), at(450), at(700)),
});

describe('free slots', () => {
  it('are what trying every minute at every window and place finds', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const grid = dayGrid(
          one.windows.map(({ sessions }, i) => ({
            windowId: String(i),
            slots: windowSlots(sessions, one.rules, one.now),
          })),
        );
        const found = freeTimesOf(grid, (windowId) => one.windows[Number(windowId)]?.taken ?? []);
        expect(found.map(({ time, placesLeft }) => [minuteOf(time.startAt), placesLeft])).toEqual(oracle(one));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same until the instant they say, and others then or gone', () => {
    fc.assert(
      fc.property(windowSessions, cases, fc.nat({ max: 3000 }), (sessions, { rules: r, now }, minutes) => {
        const slots = windowSlots(sessions, r, now);
        const untilMs = goodUntil(sessions, slots, r, now);
        const later = new Date(now.getTime() + minutes * MINUTE);
        if (later.getTime() < untilMs) expect(windowSlots(sessions, r, later)).toEqual(slots);
        else expect(untilMs).toBeGreaterThan(now.getTime());
        const lastBefore = new Date(Math.min(untilMs, at(3000).getTime()) - 1);
        expect(windowSlots(sessions, r, lastBefore)).toEqual(slots);
      }),
      { numRuns: 300 },
    );
  });
});
