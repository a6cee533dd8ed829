import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readText } from '@app/common/text-messages/grammar.js';
import { holdOf } from '../../apps/appointments/src/dialogue/domain/dialogue-state.js';
import type { Standing } from '../../apps/appointments/src/dialogue/domain/effects.js';
import { PretendOffice, RULES } from '../../apps/appointments/src/dialogue/domain/pretend-office.fixture.js';
import { render } from '../../apps/gateway/src/messaging/domain/templates/templates.js';
import { PART_LENGTH } from '../../apps/gateway/src/messaging/domain/templates/wording.js';

const OFFICE = 'Asia/Shanghai';
const PHONES = ['+8613800000001', '+8613800000002'];
const START = Date.parse('2026-11-23T01:00:00Z');

const STANDINGS: readonly Standing[] = [
  { kind: 'waitlist', code: 'W346FGHJKM', state: 'waiting', booking: null, offer: null },
  { kind: 'contact', code: 'Q346FGHJKM', state: 'requested', dueAt: '2026-11-24T01:00:00.000Z', agreedAt: null },
];

const digit = fc.constantFrom('0', '1', '1', '1', '2', '3', '１。', '7', '12');
const command = fc.constantFrom(
  '预约',
  'BOOK',
  '预约 护照',
  'book passport',
  '预约 没有',
  '改期',
  'MOVE',
  '取消预约',
  'drop',
  '人工',
  'AGENT',
  '中文',
  'EN',
  '查 Y346FGHJKM',
  '查 W346FGHJKM',
  '取消预约 W346FGHJKM',
  'DROP W346FGHJKM',
  '取消预约 Q346FGHJKM',
  'drop q346fghjkm',
  'DROP W999999999',
);
const others = fc.oneof(
  fc.constantFrom('STOP', '退订', 'HELP', 'yes', 'CANCEL', 'T', '评5', '查 K7M4QX', '路灯坏了', '帮助'),
  fc.string({ unit: 'grapheme' }),
);
/** What is sent, by whom, how long after the message before; `own`: the code of an own booking is put behind it. */
const messages = fc.array(
  fc.record({
    phone: fc.constantFrom(...PHONES),
    words: fc.oneof(
      { weight: 6, arbitrary: digit },
      { weight: 4, arbitrary: command },
      { weight: 1, arbitrary: others },
    ),
    own: fc.boolean(),
    minutes: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 }) },
      fc.constantFrom(-3, 29, 31, 1000, 1500),
    ),
    again: fc.boolean(),
  }),
  { maxLength: 40 },
);
type Message = typeof messages extends fc.Arbitrary<readonly (infer M)[]> ? M : never;

/** Lets the office hear all of it, and hands each message with what came of it to `look`. */
function talk(
  said: readonly Message[],
  look: (
    office: PretendOffice,
    message: Message & { text: string; at: Date },
    heard: ReturnType<PretendOffice['text']>,
  ) => void,
): PretendOffice {
  const office = new PretendOffice();
  for (const standing of STANDINGS) office.standings.set(standing.code, standing);
  let at = START;
  for (const [number, message] of said.entries()) {
    at += message.minutes * 60_000;
    const code = office.confirmed(message.phone)[0]?.code;
    const text =
      message.own && code && /^(改期|取消预约|MOVE|drop)$/.test(message.words)
        ? `${message.words} ${code}`
        : message.words;
    const id = `SM${number}`;
    look(office, { ...message, text, at: new Date(at) }, office.text(message.phone, text, new Date(at), id));
    if (message.again)
      look(office, { ...message, text, at: new Date(at) }, office.text(message.phone, text, new Date(at), id));
  }
  return office;
}

describe('whatever is sent in whatever order', () => {
  it('has one answer at most, in one part, in the language of the phone', () => {
    fc.assert(
      fc.property(messages, (said) => {
        talk(said, (_office, _message, heard) => {
          expect(heard?.answers.length ?? 0).toBeLessThanOrEqual(1);
          for (const answer of heard?.answers ?? []) {
            if (typeof answer === 'string') continue;
            const text = render(answer.template, heard?.language ?? 'zh-CN', answer.values, OFFICE);
            expect(text.length).toBeLessThanOrEqual(PART_LENGTH);
            expect(text.startsWith('【阳光热线】')).toBe(heard?.language !== 'en');
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('books, moves and cancels once for each 1 that confirms it, and never the same time twice', () => {
    fc.assert(
      fc.property(messages, (said) => {
        let before = 0;
        talk(said, (office, { text }, heard) => {
          const confirmed = office.bookings.filter(({ state }) => state === 'confirmed');
          const difference = confirmed.length - before;
          before = confirmed.length;
          expect(Math.abs(difference)).toBeLessThanOrEqual(1);
          if (difference > 0) expect(heard?.answers).toEqual(['booked']);
          if (difference < 0) expect(heard?.answers).toEqual(['cancelled']);
          if (typeof heard?.answers[0] === 'string') expect(readText(text)).toMatchObject({ kind: 'digit', digit: 1 });
          expect(new Set(confirmed.map(({ startAt }) => startAt)).size).toBe(confirmed.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives up what a phone waits for when it names the code, and at nothing else', () => {
    fc.assert(
      fc.property(messages, (said) => {
        const named = new Set<string>();
        talk(said, (office, { text }, heard) => {
          const read = readText(text);
          const code = read.kind === 'drop' ? read.code : null;
          const standing = code === null ? undefined : office.standings.get(code);
          if (code !== null && standing) {
            named.add(code);
            const told = { code, state: 'withdrawn' };
            if (heard) expect(heard.answers).toMatchObject([{ template: `${standing.kind}_status`, values: told }]);
          }
          for (const [each, { state }] of office.standings) expect(state === 'withdrawn').toBe(named.has(each));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is left alone when it is the carrier’s or the hotline’s', () => {
    fc.assert(
      fc.property(messages, (said) => {
        talk(said, (_office, { text }, heard) => {
          const { owner, kind } = readText(text);
          if (owner !== 'appointments' && kind !== 'digit') expect(heard).toBeNull();
        });
      }),
    );
  });

  it('has the same effect when it is delivered twice', () => {
    const told = (said: readonly Message[]): unknown => {
      const answers: unknown[] = [];
      const office = talk(said, (_office, _message, heard) => answers.push(...(heard?.answers ?? [])));
      return {
        answers,
        bookings: office.bookings,
        states: [...office.states],
        callbacks: office.callbacks,
        standings: [...office.standings],
      };
    };
    fc.assert(
      fc.property(messages, (said) => {
        expect(told(said)).toEqual(told(said.map((message) => ({ ...message, again: false }))));
      }),
    );
  });

  it('leaves no dialogue open for longer than its time: then digits steer nothing', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: RULES.idleMinutes + 1, max: 3000 }), digit, (said, minutes, words) => {
        let last = START;
        const office = talk(said, (_office, { at }) => (last = Math.max(last, at.getTime())));
        const [phone = ''] = PHONES;
        const heard = office.text(phone, words, new Date(last + minutes * 60_000));
        expect(heard?.effects).toEqual([]);
        const resumed = office.text(phone, '预约', new Date(last + (minutes + 1) * 60_000));
        expect(resumed?.answers).toMatchObject([{ template: expect.stringMatching(/^(resume_booking|choose_item)$/) }]);
      }),
      { numRuns: 200 },
    );
  });

  it('can be stored and read again', () => {
    fc.assert(
      fc.property(messages, (said) => {
        talk(said, (office, { phone }) => {
          const state = office.states.get(phone);
          if (state) expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        });
      }),
    );
  });

  it('keeps a time only for who is asked about it', () => {
    fc.assert(
      fc.property(messages, (said) => {
        talk(said, (office, { at }) => {
          const kept = [...office.states.values()].map(holdOf);
          const held = office.bookings.filter(({ state, heldUntil }) => state === 'held' && heldUntil > at.getTime());
          for (const { code } of held) expect(kept).toContain(code);
        });
      }),
      { numRuns: 300 },
    );
  });
});
