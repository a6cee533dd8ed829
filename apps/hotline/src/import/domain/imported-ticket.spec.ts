import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { importedTicket } from './imported-ticket.js';
import type { ImportedRequest } from './request-row.js';

const limits = { consultation: 3, help: 5, complaint: 5, report: 10, suggestion: 10, praise: 5 };
/** An instant by the wall clock of Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

const request: ImportedRequest = {
  row: 2,
  number: '17',
  citizen: 'A01',
  subject: '咨询路灯',
  content: '城东路的路灯何时修？',
  kind: 'consultation',
  registeredAt: at('2019-04-22T10:00:00'),
  reply: { text: '已修好。', at: at('2019-04-25T17:30:00') },
};
const ticket = (changed: Partial<ImportedRequest>) =>
  importedTicket({ ...request, ...changed }, 'web', workingCalendar(), limits);

describe('an imported request', () => {
  it('with a reply is history, its limit computed from the day it came in', () => {
    expect(ticket({})).toMatchObject({
      importRef: 'web:17',
      kind: 'consultation',
      subject: '咨询路灯',
      elements: { what: '城东路的路灯何时修？', where: null },
      registeredAt: at('2019-04-22T10:00:00'),
      handled: {
        reply: '已修好。',
        repliedAt: at('2019-04-25T17:30:00'),
        clock: { startedAt: at('2019-04-22T10:00:00'), dueAt: at('2019-04-25T17:30:00') },
        inTime: true,
      },
    });
  });

  it('with a late reply says so', () => {
    const late = ticket({ reply: { text: '已修好。', at: at('2019-04-25T17:30:01') } });
    expect(late.handled?.inTime).toBe(false);
  });

  it('without a reply is open', () => {
    expect(ticket({ reply: null }).handled).toBeNull();
  });

  it('of a year without a calendar has no limit and is neither in time nor late', () => {
    const old = ticket({
      registeredAt: at('2003-12-30T10:00:00'),
      reply: { text: '好', at: at('2004-01-05T10:00:00') },
    });
    expect(old.handled).toMatchObject({ clock: null, inTime: null });
  });

  it('keeps a subject that is too long for a list at the head of the matter', () => {
    const subject = '很长的主题'.repeat(20);
    expect(ticket({ subject }).subject).toHaveLength(60);
    expect(ticket({ subject }).elements.what).toBe(`${subject}\n城东路的路灯何时修？`);
  });
});
