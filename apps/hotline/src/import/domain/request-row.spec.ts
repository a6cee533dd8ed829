import { describe, expect, it } from '@jest/globals';
import { requestOf, type RequestCells } from './request-row.js';

const cells: RequestCells = {
  number: '2549',
  citizen: 'A00045581',
  subject: '咨询 小区物业\t问题',
  registeredAt: '2019/4/25 9:32:09',
  content: '\n\t\t\t\n\t\t物业要退出小区。\n\t\t\n\t\t请问怎么办？\n\t\t',
  reply: '您好，\n\n情况已收悉。',
  repliedAt: '2019/5/10 14:56:53',
};
const read = (changed: Partial<RequestCells>) =>
  requestOf(7, { ...cells, ...changed }, { timeZone: 'Asia/Shanghai', now: new Date('2020-06-01T00:00:00Z') });

describe('a row with request and reply', () => {
  it('becomes a request with tidy texts, its kind, and its times by the office’s clock', () => {
    expect(read({})).toEqual({
      row: 7,
      number: '2549',
      citizen: 'A00045581',
      subject: '咨询 小区物业 问题',
      content: '物业要退出小区。\n请问怎么办？',
      kind: 'consultation',
      registeredAt: new Date('2019-04-25T01:32:09Z'),
      reply: { text: '您好，\n情况已收悉。', at: new Date('2019-05-10T06:56:53Z') },
    });
  });

  it('may have no reply yet, and no name', () => {
    expect(read({ citizen: '', reply: '\n\t', repliedAt: ' ' })).toMatchObject({ citizen: '', reply: null });
  });

  it('counts a reply of which only the day is known from the beginning of that day', () => {
    expect(read({ repliedAt: '2019/5/10' })).toMatchObject({ reply: { at: new Date('2019-05-09T16:00:00Z') } });
  });

  it('but not from before its request', () => {
    expect(read({ repliedAt: '2019/4/25' })).toMatchObject({ reply: { at: new Date('2019-04-25T01:32:09Z') } });
  });
});

describe('a bad row', () => {
  it.each<[Partial<RequestCells>, string[]]>([
    [{ number: '\t' }, ['number missing']],
    [{ number: '9'.repeat(65) }, ['number too-long']],
    [{ subject: '' }, ['subject missing']],
    [{ content: '\n\t\n' }, ['content missing']],
    [{ registeredAt: '' }, ['registeredAt missing']],
    [{ registeredAt: '2019/2/30 9:00:00' }, ['registeredAt unreadable']],
    [{ registeredAt: '2020/6/2 9:00:00', reply: '', repliedAt: '' }, ['registeredAt in-future']],
    [{ reply: '' }, ['reply missing']],
    [{ repliedAt: '' }, ['repliedAt missing']],
    [{ repliedAt: '上周' }, ['repliedAt unreadable']],
    [{ repliedAt: '2019/4/25 9:32:08' }, ['repliedAt before-request']],
    [{ repliedAt: '2019/4/24' }, ['repliedAt before-request']],
    [{ repliedAt: '2029/5/10 9:00:00' }, ['repliedAt in-future']],
    [{ number: '', subject: '', registeredAt: '?' }, ['number missing', 'subject missing', 'registeredAt unreadable']],
  ])('%j names all its faults: %j', (changed, faults) => {
    expect(read(changed)).toEqual({
      row: 7,
      faults: faults.map((fault) => ({ column: fault.split(' ')[0], fault: fault.split(' ')[1] })),
    });
  });
});
