import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SMS_TEMPLATES, type SmsTemplate } from '@app/common/contracts/gateway.events.js';
import { LANGUAGES, type Language } from '@app/common/contracts/request-kind.js';
import { TemplateValueMissing, render } from './templates.js';
import { LONGEST, PART_LENGTH } from './wording.js';

const OFFICE = 'Asia/Shanghai';
const TICKET_STATES = ['registered', 'dispatched', 'awaiting_material', 'in_interview', 'dissatisfied', 'returned'];
const WAITLIST_STATES = ['waiting', 'offered', 'taken', 'withdrawn', 'over'];
const CONTACT_STATES = ['requested', 'overdue', 'contacted', 'agreed', 'arranged', 'served'];
const STATES = [...TICKET_STATES, ...WAITLIST_STATES, ...CONTACT_STATES];

const instant = fc.date({ noInvalidDate: true }).map((at) => at.toISOString());
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
      time: instant,
      until: instant,
      from: instant,
      place: longText(200),
      visit: fc.constantFrom('', 'yes'),
      option1: longText(80),
      option2: fc.oneof(fc.constant(''), longText(80)),
      option3: fc.oneof(fc.constant(''), longText(80)),
      time1: instant,
      time2: instant,
      time3: instant,
      more: fc.constantFrom('', 'yes'),
      hours: fc.constant('240'),
      timed: fc.constantFrom('', 'yes'),
      booking: fc.constant('8'.repeat(LONGEST.code)),
    });
    for (const template of SMS_TEMPLATES) {
      for (const language of LANGUAGES) {
        fc.assert(
          fc.property(values, (each) => {
            const text = render(template, language, each, OFFICE);
            expect(text.length).toBeLessThanOrEqual(PART_LENGTH);
            expect(text).not.toMatch(/\p{Surrogate}/u);
          }),
        );
      }
    }
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

  it('send nobody to the office who is visited at home', () => {
    const values = {
      code: 'Y346FGHJKM',
      visit: 'yes',
      time: '2026-11-25T06:30:00.000Z',
      until: '2026-11-25T02:30:00Z',
    };
    const say = (template: SmsTemplate, language: Language) => render(template, language, values, OFFICE);
    expect(say('booking_confirmed', 'zh-CN')).toBe(
      '【阳光热线】已预约11月25日14:30，上门服务，预约码Y346FGHJKM，请备齐材料。',
    );
    expect(say('booking_moved', 'zh-CN')).toBe('【阳光热线】预约Y346FGHJKM已改到11月25日14:30，上门服务。');
    expect(say('booking_reminder', 'zh-CN')).toBe('【阳光热线】提醒您：11月25日14:30，上门服务，预约码Y346FGHJKM。');
    expect(say('booking_reminder', 'en')).toBe('Reminder: 25 Nov 14:30, at your home. Code Y346FGHJKM.');
    expect(say('booking_offer', 'en')).toBe('Free: 25 Nov 14:30, at your home. By 10:30 send BOOK Y346FGHJKM');
  });

  it('say that a booking stands again', () => {
    const values = { code: 'Y346FGHJKM', time: '2026-11-25T06:30:00.000Z' };
    expect(render('booking_open_again', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】11月25日14:30恢复服务，您的预约Y346FGHJKM照常有效，无需改期。',
    );
    expect(render('booking_open_again', 'en', values, OFFICE)).toBe(
      'Open again 25 Nov 14:30: your booking Y346FGHJKM stands as it was.',
    );
  });

  it('tell a volunteer when the talk is', () => {
    const values = { time: '2026-11-26T02:00:00.000Z', from: '2026-11-25T06:30:00.000Z' };
    expect(render('talk_booked', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】请您作为志愿者参加11月26日10:00的约谈，详情请登录查看。',
    );
    expect(render('talk_moved', 'en', values, OFFICE)).toBe(
      'Sunline: your talk of 25 Nov 14:30 is moved to 26 Nov 10:00.',
    );
    expect(render('talk_cancelled', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】11月26日10:00的约谈您不必参加了，谢谢。',
    );
  });

  it('ask for one to five', () => {
    expect(render('rating', 'zh-CN', { number: 'A1' }, OFFICE)).toContain('评1 至 评5');
    expect(render('rating', 'en', { number: 'A1' }, OFFICE)).toContain('RATE 1 to RATE 5');
  });

  it('list what can be chosen, each answer with a fair share of the room', () => {
    const values = {
      option1: '居民身份证换领',
      option2: '社会保险关系转移接续（跨省）',
      option3: '公积金',
      more: 'yes',
    };
    expect(render('choose_item', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】选事项（或回复“预约 名称”）：1)居民身份证换领 2)社会保险关系转移接续（跨省） 3)公积金 0)更多',
    );
    const long = { option1: 'Registration of a change of residence', option2: 'Passport', option3: 'Pension transfer' };
    expect(render('choose_item', 'en', long, OFFICE)).toBe(
      'Service: 1)Registration of…of residence 2)Passport 3)Pension transfer',
    );
  });

  it('keep apart what begins alike', () => {
    const names = {
      option1: 'Registration of a birth',
      option2: 'Registration of a marriage',
      option3: 'Registration of a company',
      more: 'yes',
    };
    expect(render('choose_item', 'en', names, OFFICE)).toBe(
      'Service: 1)Registr…a birth 2)Regist…marriage 3)Registr…company 0)more',
    );
    const sites = {
      option1: '清河县人民政府政务服务中心东区办事大厅',
      option2: '清河县人民政府政务服务中心西区办事大厅',
    };
    const zh = render('choose_site', 'zh-CN', { ...sites, option3: `${sites.option1}二楼`, more: 'yes' }, OFFICE);
    expect(new Set(zh.split(/ ?\d\)/)).size).toBe(5);
  });

  it('ask before a booking is made, moved or cancelled', () => {
    const values = { code: 'Y346FGHJKM', time: '2026-12-25T06:30:00.000Z', place: '城南便民服务中心' };
    expect(render('confirm_booking', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】预约12月25日14:30，城南便民服务中心：1确认 2换时间',
    );
    expect(render('confirm_move', 'en', values, OFFICE)).toBe('Move Y346FGHJKM to 25 Dec 14:30? 1 yes 2 other time');
    expect(render('confirm_drop', 'zh-CN', values, OFFICE)).toBe(
      '【阳光热线】取消12月25日14:30的预约Y346FGHJKM：1取消 2保留',
    );
  });

  it('say what can be done where a booking finds no other time', () => {
    expect(render('no_other_time', 'zh-CN', { code: 'Y346FGHJKM' }, OFFICE)).toBe(
      '【阳光热线】此处近期没有其他时间，预约Y346FGHJKM未改动。可过几天再改期，换地点请回复“人工”。',
    );
    expect(render('no_other_time', 'en', { code: 'Y346FGHJKM' }, OFFICE)).toBe(
      'Y346FGHJKM not moved: no other time here. Try later. AGENT: elsewhere.',
    );
  });

  it('say a state in words', () => {
    expect(render('progress', 'zh-CN', { number: 'A1', state: 'in_interview' }, OFFICE)).toBe(
      '【阳光热线】A1：约谈办理中。',
    );
    expect(render('progress', 'en', { number: 'A1', state: 'closed' }, OFFICE)).toBe('Sunline: A1 is closed.');
  });

  it('say how a place on the waiting list stands', () => {
    const code = 'W346FGHJKM';
    const [time, until] = ['2026-12-25T06:30:00.000Z', '2026-12-25T02:30:00.000Z'];
    const offered = { code, state: 'offered', booking: 'Y346FGHJKM', time, until };
    expect(render('waitlist_status', 'zh-CN', offered, OFFICE)).toBe(
      '【阳光热线】候补W346FGHJKM：12月25日14:30有位，10:30前回复“预约 Y346FGHJKM”。',
    );
    expect(render('waitlist_status', 'en', offered, OFFICE)).toBe(
      'W346FGHJKM: 25 Dec 14:30 free. By 10:30 send BOOK Y346FGHJKM',
    );
    expect(render('waitlist_status', 'zh-CN', { code, state: 'waiting' }, OFFICE)).toBe(
      '【阳光热线】候补W346FGHJKM：正在候补，有空位时通知您。',
    );
    expect(render('waitlist_status', 'en', { code, state: 'taken', booking: 'Y346FGHJKM' }, OFFICE)).toBe(
      'Sunline: W346FGHJKM has become booking Y346FGHJKM.',
    );
  });

  it('say by when a citizen is called, and what was agreed', () => {
    const values = { code: 'Q346FGHJKM', until: '2026-12-25T06:30:00.000Z', time: '2026-12-26T02:00:00.000Z' };
    const say = (state: string, language: 'zh-CN' | 'en') =>
      render('contact_status', language, { ...values, state }, OFFICE);
    expect(say('requested', 'zh-CN')).toBe('【阳光热线】申请Q346FGHJKM：工作人员将在12月25日14:30前致电给您。');
    expect(say('requested', 'en')).toBe('Q346FGHJKM: we call you by 25 Dec 14:30.');
    expect(say('arranged', 'zh-CN')).toBe('【阳光热线】申请Q346FGHJKM：已约定12月26日10:00办理。');
    expect(say('agreed', 'en')).toBe('Q346FGHJKM: agreed for 26 Dec 10:00.');
    expect(say('overdue', 'zh-CN')).toContain('抱歉');
  });

  it('are refused when a value is missing', () => {
    expect(() => render('registered', 'en', { number: 'A1', code: ' ' }, OFFICE)).toThrow(TemplateValueMissing);
  });

  it('say nothing but number, code, time, place and state', () => {
    const subject = '举报张某某违规';
    for (const template of SMS_TEMPLATES) {
      for (const language of LANGUAGES) {
        const at = '2026-11-25T06:30:00Z';
        const chosen = { option1: 'A', time1: at, time: at, until: at, from: at, hours: '24', booking: 'Y' };
        const values = { ...chosen, number: 'A1', code: '1', place: 'P', state: 'closed', subject };
        expect(render(template, language, values, OFFICE)).not.toContain(subject);
      }
    }
  });
});
