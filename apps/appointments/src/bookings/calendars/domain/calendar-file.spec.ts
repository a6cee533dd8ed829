import { describe, expect, it } from '@jest/globals';
import { bookingFile, feedFile, type InvitingEntry } from './calendar-file.js';

const entry: InvitingEntry = {
  code: 'YCDFGHJKMN',
  bookingId: '0190a000-0000-7000-8000-000000000001',
  sequence: 0,
  startAt: new Date('2026-11-24T09:00:00+08:00'),
  endAt: new Date('2026-11-24T09:15:00+08:00'),
  cancelled: false,
  summary: '居民身份证申领; 换领',
  location: '阳光县政务服务大厅，人民路1号',
  description: '预约码 YCDFGHJKMN\n居民户口簿：原件1份；近期照片：两张，白色背景，没有戴帽子；监护人的身份证件',
  organizer: '阳光县政务服务大厅',
};
const STAMP = new Date('2026-11-23T08:00:00+08:00');
/** The properties of a file, its folded lines joined. */
const properties = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file of a booking', () => {
  it('invites, in UTC, with the booking’s own id', () => {
    expect(properties(bookingFile(entry, STAMP))).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:0190a000-0000-7000-8000-000000000001@sunline',
        'SEQUENCE:0',
        'DTSTAMP:20261123T000000Z',
        'DTSTART:20261124T010000Z',
        'DTEND:20261124T011500Z',
        'STATUS:CONFIRMED',
        String.raw`SUMMARY:居民身份证申领\; 换领`,
      ]),
    );
  });

  it('says who is invited, as an invitation must', () => {
    const invited = properties(bookingFile(entry, STAMP)).filter((line) => line.startsWith('ATTENDEE'));
    expect(invited).toEqual([expect.stringMatching(/CN="YCDFGHJKMN".*:mailto:ycdfghjkmn@sunline\.invalid$/i)]);
    expect(feedFile('1号窗口', [entry], STAMP)).not.toContain('ATTENDEE');
  });

  it('takes the invitation back under the same id, with a higher sequence', () => {
    const file = properties(bookingFile({ ...entry, cancelled: true, sequence: 2 }, STAMP));
    expect(file).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:0190a000-0000-7000-8000-000000000001@sunline',
        'SEQUENCE:2',
        'STATUS:CANCELLED',
      ]),
    );
  });

  it('has no line longer than 75 bytes, and lines end as the standard says', () => {
    const file = bookingFile(entry, STAMP);
    expect(file).toMatch(/[^\n]\r\n$/);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\n');
    }
  });

  it('of a window holds all its bookings', () => {
    const file = properties(feedFile('1号窗口', [entry, { ...entry, bookingId: 'other' }], STAMP));
    expect(file.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(file).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'X-WR-CALNAME:1号窗口']));
  });
});
