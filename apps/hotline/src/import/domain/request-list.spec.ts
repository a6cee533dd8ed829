import { describe, expect, it } from '@jest/globals';
import { readRequests } from './request-list.js';
import type { RequestCells } from './request-row.js';

const cells: RequestCells = {
  number: '17',
  citizen: 'A01',
  subject: '路灯不亮',
  registeredAt: '2019/4/25 9:32:09',
  content: '城东路路灯不亮。',
  reply: '已修好。',
  repliedAt: '2019/4/26 9:00:00',
};
const read = (...rows: Partial<RequestCells>[]) =>
  readRequests(
    rows.map((changed, index) => ({ row: index + 2, cells: { ...cells, ...changed } })),
    { timeZone: 'Asia/Shanghai', now: new Date('2026-11-23T01:00:00Z') },
  );

describe('a list of requests', () => {
  it('has each row among its requests, its bad rows or its repeated ones', () => {
    const list = read({}, { number: '18' }, { number: '' }, {});
    expect(list.requests.map(({ row, number }) => [row, number])).toEqual([
      [2, '17'],
      [3, '18'],
    ]);
    expect(list.bad).toEqual([{ row: 4, faults: [{ column: 'number', fault: 'missing' }] }]);
    expect(list.repeated).toEqual([{ row: 5, firstRow: 2 }]);
  });

  it('takes a request for repeated though it is spaced differently', () => {
    expect(read({}, { content: '\n\t城东路路灯不亮。\n' }).repeated).toEqual([{ row: 3, firstRow: 2 }]);
  });

  it('refuses another request under the same number, and says where the first stands', () => {
    const list = read({}, { number: '18' }, { content: '城西路路灯不亮。' });
    expect(list.requests).toHaveLength(2);
    expect(list.bad).toEqual([{ row: 4, faults: [{ column: 'number', fault: 'number-twice', firstRow: 2 }] }]);
  });
});
