import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SMS_TEMPLATES } from '@app/common/contracts/gateway.events.js';
import { LANGUAGES } from '@app/common/contracts/request-kind.js';
import { LONGEST, PART_LENGTH, TemplateValueMissing, render } from './templates.js';

const OFFICE = 'Asia/Shanghai';
const STATES = ['registered', 'dispatched', 'awaiting_material', 'in_interview', 'dissatisfied', 'returned'];

const longText = (length: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: length })
    .map((text) => `x${text}`)
    .filter((text) => text.length <= length);

describe('text messages to citizens', () => {
  it('fit into one part with their longest values, in both languages', () => {
    const values = fc.record({
      number: fc.constant('9'.repeat(LONGEST.number)),
      code: fc.constant('8'.repeat(LONGEST.code)),
      state: fc.oneof(fc.constantFrom(...STATES), longText(LONGEST.state)),
      time: fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
      place: longText(200),
    });
    fc.assert(
      fc.property(fc.constantFrom(...SMS_TEMPLATES), fc.constantFrom(...LANGUAGES), values, (template, language, v) => {
        const text = render(template, language, v, OFFICE);
        expect(text.length).toBeLessThanOrEqual(PART_LENGTH);
        expect(text).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('give number and code when a request is registered', () => {
    const values = { number: '260000427', code: '739204' };
    expect(render('registered', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】已登记，编号260000427，查询码739204，请妥善保存。',
    );
    expect(render('registered', 'en', values, OFFICE)).toBe(
      'Sunline: request 260000427 registered. Query code 739204.',
    );
  });

  it('invite at the time of the office', () => {
    const values = { number: '260000427', time: '2026-11-25T06:30:00.000Z', place: '住建局约谈室' };
    expect(render('invitation', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】260000427请于11月25日14:30到住建局约谈室面谈。',
    );
    expect(render('invitation', 'en', { ...values, place: 'Housing Bureau, Room 2' }, OFFICE)).toBe(
      '260000427: please meet us 25 Nov 14:30, Housing Bureau, Room 2',
    );
  });

  it('ask for one to five', () => {
    expect(render('rating', 'zh-CN', { number: 'A1' }, OFFICE)).toContain('评1 至 评5');
    expect(render('rating', 'en', { number: 'A1' }, OFFICE)).toContain('RATE 1 to RATE 5');
  });

  it('say a state in words', () => {
    expect(render('progress', 'zh-CN', { number: 'A1', state: 'in_interview' }, OFFICE)).toBe(
      '【阳光热线】A1：约谈办理中。',
    );
    expect(render('progress', 'en', { number: 'A1', state: 'closed' }, OFFICE)).toBe('Sunline: A1 is closed.');
  });

  it('are refused when a value is missing', () => {
    expect(() => render('registered', 'en', { number: 'A1', code: ' ' }, OFFICE)).toThrow(TemplateValueMissing);
  });

  it('say nothing but number, code, time, place and state', () => {
    const subject = '举报张某某违规';
    for (const template of SMS_TEMPLATES) {
      for (const language of LANGUAGES) {
        const values = { number: 'A1', code: '1', time: '2026-11-25T06:30:00Z', place: 'P', state: 'closed', subject };
        expect(render(template, language, values, OFFICE)).not.toContain(subject);
      }
    }
  });
});
