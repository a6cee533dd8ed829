import { beforeEach, describe, expect, it } from '@jest/globals';
import { PretendOffice } from './pretend-office.fixture.js';

const PHONE = '+8613800000001';
const START = Date.parse('2026-11-23T01:00:00Z');

describe('a dialogue by text message', () => {
  let office: PretendOffice;
  let minutes: number;
  /** Sends one message a minute after the one before; what was answered, by template. */
  const say = (words: string, phone = PHONE): string | null => {
    minutes += 1;
    const outcome = office.text(phone, words, new Date(START + minutes * 60_000));
    const [answer = null] = outcome?.answers ?? [];
    return answer === null || typeof answer === 'string' ? answer : answer.template;
  };
  const values = (words: string): Readonly<Record<string, string>> => {
    minutes += 1;
    const [answer] = office.text(PHONE, words, new Date(START + minutes * 60_000))?.answers ?? [];
    return typeof answer === 'object' ? answer.values : {};
  };
  beforeEach(() => {
    office = new PretendOffice();
    minutes = 0;
  });

  it('books: item, site, time, 1', () => {
    expect(['预约', '2', '1', '3', '1'].map((words) => say(words))).toEqual([
      'choose_item',
      'choose_site',
      'choose_time',
      'confirm_booking',
      'booked',
    ]);
    expect(office.confirmed(PHONE)).toMatchObject([{ startAt: office.times[2] }]);
    expect(say('1')).toBe('not_understood');
  });

  it('is the same in English, with English names', () => {
    expect(values('BOOK')).toEqual({
      option1: 'Identity card renewal',
      option2: 'Passport',
      option3: 'Transfer of pension insurance',
      more: 'yes',
    });
    expect(values('0')).toEqual({ option1: 'Residence permit', more: 'yes' });
    expect(values('0')).toMatchObject({ option2: 'Passport' });
  });

  it('skips a question that has one answer', () => {
    expect(say('预约 护照')).toBe('choose_site');
    office = new PretendOffice(office.items, office.sites.slice(0, 1));
    expect(say('book pension')).toBe('choose_time');
    expect(say('预约 没有这个')).toBe('no_such_item');
  });

  it('shows later times with 0, and the first again after the last', () => {
    say('预约 护照');
    expect(values('1')).toEqual({
      time1: office.times[0],
      time2: office.times[1],
      time3: office.times[2],
      more: 'yes',
    });
    expect(values('0')).toEqual({
      time1: office.times[3],
      time2: office.times[4],
      time3: office.times[5],
      more: 'yes',
    });
    expect(values('0')).toEqual({ time1: office.times[6], more: 'yes' });
    expect(values('0')).toMatchObject({ time1: office.times[0] });
  });

  it('keeps the chosen time, and gives it back for another with 2', () => {
    for (const words of ['预约 护照', '1', '1']) say(words);
    expect(office.bookings).toMatchObject([{ state: 'held', startAt: office.times[0] }]);
    expect(say('2')).toBe('choose_time');
    expect(office.bookings).toMatchObject([{ state: 'released' }]);
  });

  it('gives the kept time back when something else is asked for', () => {
    for (const words of ['预约 护照', '1', '1', '人工']) say(words);
    expect(office.bookings).toMatchObject([{ state: 'released' }]);
  });

  it('offers three other times when somebody was faster', () => {
    say('预约 护照');
    const { time1 = '' } = values('1');
    office.sell(time1);
    minutes += 1;
    expect(say('1')).toBe('choose_time_again');
    expect(say('1')).toBe('confirm_booking');
  });

  it('books the time even after the hold has run out, while it is free, and offers others once it is not', () => {
    for (const words of ['预约 护照', '1', '1']) say(words);
    minutes += 10;
    expect(say('1')).toBe('booked');
    for (const words of ['预约 护照', '1', '1']) say(words);
    minutes += 10;
    office.sell(office.times[1] ?? '');
    expect(say('1')).toBe('choose_time_again');
  });

  it('moves a booking to another time without letting go of the old one before', () => {
    for (const words of ['预约 护照', '1', '1', '1']) say(words);
    const [booking] = office.confirmed(PHONE);
    expect(say(`改期 ${booking?.code}`)).toBe('choose_time');
    expect(say('2')).toBe('confirm_move');
    expect(office.confirmed(PHONE)).toMatchObject([{ startAt: office.times[0] }]);
    expect(say('1')).toBe('moved');
    expect(office.confirmed(PHONE)).toMatchObject([{ startAt: office.times[2] }]);
  });

  it('cancels after asking once, and keeps with 2', () => {
    for (const words of ['预约 护照', '1', '1', '1']) say(words);
    expect(say('取消预约')).toBe('confirm_drop');
    expect(say('2')).toBe('booking_kept');
    expect(say('DROP')).toBe('confirm_drop');
    expect(say('1')).toBe('cancelled');
    expect(office.confirmed(PHONE)).toEqual([]);
    expect(say('取消预约')).toBe('booking_unknown');
  });

  it('tells nothing of another phone’s booking', () => {
    for (const words of ['预约 护照', '1', '1', '1']) say(words);
    const code = office.confirmed(PHONE)[0]?.code ?? '';
    expect(say(`查 ${code}`)).toBe('booking_status');
    for (const words of ['查', '改期', '取消预约'])
      expect(say(`${words} ${code}`, '+8613800000009')).toBe('booking_unknown');
  });

  it('says how a place on the waiting list and a request to be contacted stand', () => {
    const startAt = office.times[0] ?? '';
    office.standings.set('W346FGHJKM', {
      kind: 'waitlist',
      code: 'W346FGHJKM',
      state: 'offered',
      booking: 'Y346FGHJKM',
      offer: { startAt, until: '2026-11-23T02:00:00.000Z' },
    });
    office.standings.set('Q346FGHJKM', {
      kind: 'contact',
      code: 'Q346FGHJKM',
      state: 'requested',
      dueAt: '2026-11-24T01:00:00.000Z',
      agreedAt: null,
    });
    expect(values('查 W346FGHJKM')).toMatchObject({ state: 'offered', booking: 'Y346FGHJKM', time: startAt });
    expect(values('STATUS q346fghjkm')).toMatchObject({ state: 'requested', until: '2026-11-24T01:00:00.000Z' });
    expect(say('查 Q999999999')).toBe('booking_unknown');
  });

  it('gives up a place on the waiting list and a request to be contacted at once, and goes on with what it was about', () => {
    const code = 'W346FGHJKM';
    office.standings.set(code, { kind: 'waitlist', code, state: 'waiting', booking: null, offer: null });
    say('预约 护照');
    expect(values(`取消预约 ${code}`)).toEqual({ code, state: 'withdrawn' });
    expect(say('1')).toBe('choose_time');
    expect(values(`DROP ${code}`)).toEqual({ code, state: 'withdrawn' });
    expect(say('DROP Q346FGHJKM')).toBe('booking_unknown');
    expect(say('DROP 1234')).toBe('booking_unknown');
  });

  it('asks again once, then has a person call', () => {
    say('预约');
    expect(say('9')).toBe('choose_item');
    expect(say('8')).toBe('callback_arranged');
    expect(office.callbacks).toBe(1);
    expect(say('1')).toBe('not_understood');
  });

  it('counts misunderstandings in a row only', () => {
    say('预约');
    expect(['9', '1', '9', '1', '9', '1'].map((words) => say(words))).toEqual([
      'choose_item',
      'choose_site',
      'choose_site',
      'choose_time',
      'choose_time',
      'confirm_booking',
    ]);
    expect(office.callbacks).toBe(0);
  });

  it('has a person call when asked to', () => {
    expect(say('人工')).toBe('callback_arranged');
    expect(say('AGENT')).toBe('callback_arranged');
    expect(office.callbacks).toBe(2);
  });

  it('answers a bare digit outside of a dialogue with help, once until something is understood', () => {
    expect(['1', '2', '中文', '3'].map((words) => say(words))).toEqual([
      'not_understood',
      null,
      'language_set',
      'not_understood',
    ]);
  });

  it('is over after half an hour; for a day it is gone on with', () => {
    for (const words of ['预约 护照', '2']) say(words);
    minutes += 31;
    expect(say('1')).toBe('dialogue_idle');
    expect(say('2')).toBeNull();
    expect(say('预约')).toBe('resume_booking');
    expect(say('1')).toBe('choose_time');
    minutes += 31;
    expect(say('book')).toBe('resume_booking');
    expect(say('2')).toBe('choose_item');
    say('2');
    minutes += 25 * 60;
    expect(say('预约')).toBe('choose_item');
  });

  it('goes on in the language asked for', () => {
    expect(values('预约')).toMatchObject({ option2: '护照' });
    expect(values('EN')).toMatchObject({ option2: 'Passport' });
    expect(say('2')).toBe('choose_site');
    expect(values('预约')).toMatchObject({ option2: 'Passport' });
    expect(values('中文')).toMatchObject({ option2: '护照' });
  });

  it('is not disturbed by a question about another booking', () => {
    say('预约 护照');
    expect(say('查 Y346FGHJKM')).toBe('booking_unknown');
    expect(say('1')).toBe('choose_time');
  });

  it('lets a digit that was overtaken by a later message fall', () => {
    say('预约');
    minutes += 10;
    say('预约');
    expect(office.text(PHONE, '1', new Date(START + 5 * 60_000))?.answers).toEqual([]);
    expect(say('1')).toBe('choose_site');
  });

  it('goes on when the clock was set back', () => {
    say('预约');
    minutes -= 60 * 24;
    expect(say('1')).toBe('choose_site');
  });

  it('rates what waits for it, and helps once when nothing does', () => {
    const rate = (score: number): unknown =>
      office.take(PHONE, { kind: 'rate', score, language: 'zh-CN' }, new Date(START))?.answers;
    office.rateable = 'Y346FGHJKM';
    expect(rate(5)).toEqual([{ template: 'booking_rated', values: { code: 'Y346FGHJKM' } }]);
    expect(rate(5)).toEqual([{ template: 'not_understood', values: {} }]);
    expect(rate(5)).toEqual([]);
  });

  it('says so when nothing is free, and asks for the place again afterwards', () => {
    office = new PretendOffice(office.items, office.sites, []);
    say('预约 护照');
    expect(say('1')).toBe('no_free_time');
    expect(say('预约')).toBe('resume_booking');
    expect(say('1')).toBe('choose_site');
  });

  it('says what can be done where a booking finds no other time: it stands, and an unfinished one is not lost', () => {
    office = new PretendOffice(office.items, office.sites, ['2026-12-01T01:00:00.000Z']);
    for (const words of ['预约 护照', '1', '1', '1']) say(words);
    const [booking] = office.confirmed(PHONE);
    say('预约 居住证');
    expect(say(`改期 ${booking?.code}`)).toBe('no_other_time');
    expect(values(`MOVE ${booking?.code}`)).toEqual({ code: booking?.code });
    expect(office.confirmed(PHONE)).toEqual([booking]);
    expect(say('预约')).toBe('resume_booking');
  });
});
