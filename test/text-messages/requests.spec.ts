import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readText } from '@app/common/text-messages/grammar.js';
import { LIMITS, PretendHotline } from '../../apps/hotline/src/text-messages/domain/pretend-hotline.fixture.js';
import { render } from '../../apps/gateway/src/messaging/domain/templates/templates.js';
import { PART_LENGTH } from '../../apps/gateway/src/messaging/domain/templates/wording.js';

const OFFICE = 'Asia/Shanghai';
const PHONES = ['+8613800000001', '+8613800000002'];
const START = Date.parse('2026-11-23T01:00:00Z');

const request = fc.constantFrom(
  '路灯坏了',
  '昨晚清河镇幸福路的路灯坏了',
  '昨晚，幸福路',
  '举报村干部贪污',
  'No water since yesterday at Station Road 5',
  'the lamp is broken',
);
const answer = fc.constantFrom(
  '幸福路',
  '不知道',
  'Station Road',
  '昨天上午',
  '提交',
  'ok',
  '好的',
  '另外井盖也没有了',
);
const digit = fc.constantFrom('0', '1', '1', '1', '2', '3', '１。', '7', '12');
const others = fc.oneof(
  fc.constantFrom(
    'STOP',
    '退订',
    'HELP',
    'yes',
    'CANCEL',
    'T',
    '帮助',
    '预约',
    'BOOK',
    '人工',
    '查 K7M4QX',
    '中文',
    'EN',
    '谢谢',
  ),
  fc.string({ unit: 'grapheme' }),
);
/** What is sent, by whom, how long after the message before, and whether it is delivered again. */
const messages = fc.array(
  fc.record({
    phone: fc.constantFrom(...PHONES),
    words: fc.oneof(
      { weight: 5, arbitrary: digit },
      { weight: 4, arbitrary: request },
      { weight: 3, arbitrary: answer },
      { weight: 1, arbitrary: others },
    ),
    minutes: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 }) },
      fc.constantFrom(-3, 29, 31, 1000, 1500),
    ),
    again: fc.boolean(),
  }),
  { maxLength: 40 },
);
type Message = typeof messages extends fc.Arbitrary<readonly (infer M)[]> ? M : never;

/** Lets the hotline hear all of it, and hands each message with what came of it to `look`. */
function talk(
  said: readonly Message[],
  look: (hotline: PretendHotline, message: Message, heard: ReturnType<PretendHotline['text']>) => void = () =>
    undefined,
): PretendHotline {
  const hotline = new PretendHotline();
  let at = START;
  for (const [number, message] of said.entries()) {
    at += message.minutes * 60_000;
    for (const _ of message.again ? [1, 2] : [1]) {
      look(hotline, message, hotline.text(message.phone, message.words, new Date(at), `SM${number}`));
    }
  }
  return hotline;
}

describe('whatever is written to the hotline in whatever order', () => {
  it('has one answer at most, in one part, which repeats nothing that was written; or is passed on instead', () => {
    fc.assert(
      fc.property(messages, (said) => {
        talk(said, (_hotline, _message, heard) => {
          const { answers = [], passedOn = [], language = 'zh-CN' } = heard ?? {};
          expect(answers.length + passedOn.length).toBeLessThanOrEqual(1);
          for (const each of answers) {
            if (each === 'registered') continue;
            const text = render(each.template, language, each.values, OFFICE);
            expect(text.length).toBeLessThanOrEqual(PART_LENGTH);
            expect(Object.values(each.values)).toEqual('timed' in each.values ? ['yes'] : []);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('registers each request once, after a 1 or a yes, with what and where, for the phone that wrote it', () => {
    fc.assert(
      fc.property(messages, (said) => {
        const hotline = talk(said, (_hotline, { words }, heard) => {
          if (!heard?.answers.includes('registered')) return;
          const command = readText(words);
          expect(command.kind === 'digit' ? command.digit : command.kind).toEqual(
            command.kind === 'digit' ? 1 : 'free',
          );
        });
        expect(new Set(hotline.registered.map(({ id }) => id)).size).toBe(hotline.registered.length);
        for (const { id, phone, what, where } of hotline.registered) {
          expect([what, where].every((each) => each.length >= 2)).toBe(true);
          expect(said[Number(id.slice('SM'.length))]?.phone).toBe(phone);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has the same effect when it is delivered twice', () => {
    fc.assert(
      fc.property(messages, (said) => {
        const once = talk(said.map((message) => ({ ...message, again: false })));
        const twice = talk(said);
        expect([twice.registered, [...twice.talks]]).toEqual([once.registered, [...once.talks]]);
      }),
    );
  });

  it('is left alone when it is the carrier’s, and numbers belong to it while its question stands only', () => {
    fc.assert(
      fc.property(messages, (said) => {
        const stands = new Map<string, boolean>();
        talk(said, (hotline, { phone, words }, heard) => {
          const command = readText(words);
          if (command.owner === 'nobody') expect(heard).toBeNull();
          if (command.kind === 'digit' && heard && !stands.get(phone)) expect(heard.passedOn).toEqual(['digit']);
          stands.set(phone, (hotline.talks.get(phone)?.question ?? null) !== null);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no dialogue open for longer than its time, and no draft', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: LIMITS.idleMinutes + 1, max: 3000 }), (said, minutes) => {
        const hotline = talk(said);
        const [phone = ''] = PHONES;
        const end = START + said.reduce((sum, message) => sum + Math.max(0, message.minutes), minutes) * 60_000;
        const before = hotline.registered.length;
        hotline.text(phone, '1', new Date(end), 'late');
        expect(hotline.registered).toHaveLength(before);
        const day = new Date(end + (LIMITS.draftHours * 60 + 1) * 60_000);
        expect(hotline.text(phone, '另外停水了', day, 'new')?.answers).toMatchObject([{ template: 'ask_where' }]);
      }),
      { numRuns: 200 },
    );
  });

  it('can be stored and read again', () => {
    fc.assert(
      fc.property(messages, (said) => {
        for (const state of talk(said).talks.values()) expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
