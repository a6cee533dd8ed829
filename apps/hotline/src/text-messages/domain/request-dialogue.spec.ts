import { beforeEach, describe, expect, it } from '@jest/globals';
import { PretendHotline } from './pretend-hotline.fixture.js';

const PHONE = '+8613800000001';
const START = Date.parse('2026-11-23T01:00:00Z');
const COMPLETE = '昨晚清河镇幸福路的路灯坏了';

describe('a request by text message', () => {
  let hotline: PretendHotline;
  let minutes: number;
  /** Sends one message a minute after the one before; what came of it. */
  const say = (words: string): string | null => {
    minutes += 1;
    const outcome = hotline.text(PHONE, words, new Date(START + minutes * 60_000), `SM${minutes}`);
    const [answer] = outcome?.answers ?? [];
    const [passedOn] = outcome?.passedOn ?? [];
    if (answer === undefined) return passedOn === undefined ? null : `passed on: ${passedOn}`;
    return answer === 'registered' ? answer : answer.template;
  };
  const saying = (...texts: string[]): (string | null)[] => texts.map((text) => say(text));
  beforeEach(() => {
    hotline = new PretendHotline();
    minutes = 0;
  });

  it('is registered after 1, once it says what, where and when', () => {
    expect(saying(COMPLETE, '1')).toEqual(['confirm_request', 'registered']);
    expect(hotline.registered).toMatchObject([{ what: COMPLETE, where: '清河镇幸福路', when: '昨晚' }]);
    expect(say('1')).toBe('passed on: digit');
  });

  it('asks for what is missing: where, then when', () => {
    expect(saying('路灯坏了', '清河镇幸福路口', '昨天晚上', '1')).toEqual([
      'ask_where',
      'ask_when',
      'confirm_request',
      'registered',
    ]);
    expect(hotline.registered).toMatchObject([{ what: '路灯坏了', where: '清河镇幸福路口', when: '昨天晚上' }]);
  });

  it('asks what happened when only time and place were said', () => {
    expect(saying('昨晚，幸福路', '路灯坏了', '提交')).toEqual(['ask_what', 'confirm_request', 'registered']);
  });

  it('may leave the time open with 0 or “don’t know”', () => {
    expect(saying('路灯坏了', '幸福路', '0', '1')).toEqual(['ask_where', 'ask_when', 'confirm_request', 'registered']);
    expect(saying('No water', 'Station Road', "don't know", 'send').at(-1)).toBe('registered');
    expect(hotline.registered.map(({ when }) => when)).toEqual([null, null]);
  });

  it('is changed with 2, part by part, and dropped with 0', () => {
    expect(saying(COMPLETE, '2', '2', '光明路', '2', '0')).toEqual([
      'confirm_request',
      'change_request',
      'ask_where',
      'confirm_request',
      'change_request',
      'confirm_request',
    ]);
    expect(hotline.talks.get(PHONE)?.draft).toMatchObject({ what: COMPLETE, where: '光明路' });
    expect(saying('0', '1')).toEqual(['request_dropped', 'passed on: digit']);
    expect(hotline.registered).toEqual([]);
  });

  it('takes in what is added before it is sent', () => {
    saying(COMPLETE, '旁边的井盖也没有了', '1');
    expect(hotline.registered[0]?.what).toBe(`${COMPLETE}\n旁边的井盖也没有了`);
  });

  it('asks again once, then has a person call; what was written is not lost', () => {
    expect(saying('路灯坏了', '不知道', '7')).toEqual(['ask_where', 'ask_where', 'passed on: human']);
    expect(saying('井盖也没有了', '1', '幸福路', '0', '1')).toEqual([
      'resume_request',
      'ask_where',
      'ask_when',
      'confirm_request',
      'registered',
    ]);
    expect(hotline.registered[0]?.what).toBe('路灯坏了\n井盖也没有了');
  });

  it('is over after half an hour; for a day it is gone on with', () => {
    say('路灯坏了');
    minutes += 31;
    expect(saying('0', '0')).toEqual(['request_idle', 'passed on: digit']);
    expect(saying('路灯坏了', '幸福路')).toEqual(['ask_where', 'ask_when']);
    minutes += 25 * 60;
    expect(say('停水了')).toBe('ask_where');
  });

  it('may be a new one beside one left unfinished', () => {
    say('路灯坏了');
    minutes += 40;
    expect(saying('昨天阳光小区停水了', '2', '1')).toEqual(['resume_request', 'confirm_request', 'registered']);
    expect(hotline.registered).toMatchObject([{ what: '昨天阳光小区停水了' }]);
  });

  it('leaves numbers to the booking that was begun after it', () => {
    expect(saying('路灯坏了', '预约', '1')).toEqual(['ask_where', null, 'passed on: digit']);
    expect(saying('路灯坏了', '幸福路')).toEqual(['ask_where', 'ask_when']);
  });

  it('is no request where it greets, thanks or is mistyped: one line of help, and again after something is understood', () => {
    expect(saying('你好', '谢谢', '评6', '查 999999', '???')).toEqual(['not_understood', null, null, null, null]);
    expect(saying(COMPLETE, '0', '你好')).toEqual(['confirm_request', 'request_dropped', 'not_understood']);
  });

  it('answers a machine that always says the same a few times, and no more', () => {
    const answers = saying(...Array<string>(12).fill('您的短信已收到，我们会尽快处理'));
    expect(answers.slice(0, 3)).toEqual(['ask_where', 'ask_where', 'passed on: human']);
    expect(answers.slice(3)).toEqual(Array(9).fill(null));
  });

  it('lets a number that was overtaken by a later message fall', () => {
    say('路灯坏了');
    minutes += 9;
    expect(say('幸福路')).toBe('ask_when');
    expect(hotline.text(PHONE, '0', new Date(START + 5 * 60_000), 'late')).toMatchObject({ answers: [], passedOn: [] });
    expect(say('0')).toBe('confirm_request');
  });
});
