import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readRequests, requestRows } from './domain/request-list.js';
import type { ImportedRequest } from './domain/request-row.js';
import { readSheets, UnreadableFile } from './sheet-file.js';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const options = { timeZone: 'Asia/Shanghai', now: new Date('2026-11-23T01:00:00Z') };

async function read(name: string) {
  const [sheet] = await readSheets(fixture(name));
  const rows = requestRows(sheet ?? { name: 'none', rows: [] });
  if ('missing' in rows) throw new Error(`columns missing: ${rows.missing.join()}`);
  return readRequests(rows, options);
}

const one = (requests: readonly ImportedRequest[], number: string) =>
  requests.find((request) => request.number === number);

describe('the sample spreadsheet', () => {
  it('has every row among its requests, its bad or its repeated rows, under the number the spreadsheet shows', async () => {
    const list = await read('sample-requests.xlsx');
    expect(list.requests.map(({ row, number, kind }) => [row, number, kind])).toEqual([
      [2, '1001', 'consultation'],
      [3, '1002', 'complaint'],
      [4, '1003', 'help'],
      [5, '1004', 'help'],
      [13, '1008', 'suggestion'],
      [14, '1009', 'praise'],
      [15, '1010', 'help'],
    ]);
    expect(list.repeated).toEqual([{ row: 6, firstRow: 2 }]);
    expect(list.bad).toEqual([
      { row: 7, faults: [{ column: 'number', fault: 'number-twice', firstRow: 3 }] },
      { row: 8, faults: [{ column: 'number', fault: 'missing' }] },
      { row: 9, faults: [{ column: 'registeredAt', fault: 'unreadable' }] },
      { row: 10, faults: [{ column: 'repliedAt', fault: 'missing' }] },
      { row: 11, faults: [{ column: 'repliedAt', fault: 'before-request' }] },
    ]);
  });

  it('has its dates read from text, date cells and bare day numbers alike', async () => {
    const { requests } = await read('sample-requests.xlsx');
    const times = requests.map(({ number, registeredAt, reply }) => [number, registeredAt, reply?.at ?? null]);
    expect(times).toEqual([
      ['1001', new Date('2019-04-25T01:32:09Z'), new Date('2019-04-28T08:00:00Z')],
      ['1002', new Date('2019-09-26T02:15:30Z'), new Date('2019-10-12T03:00:00Z')],
      ['1003', new Date('2018-02-12T07:00:00Z'), new Date('2018-02-25T16:00:00Z')],
      ['1004', new Date('2020-01-19T14:05:00Z'), null],
      ['1008', new Date('2019-05-06T04:00:00Z'), new Date('2019-05-16T00:30:00Z')],
      ['1009', new Date('2026-03-02T01:00:00Z'), new Date('2026-03-02T02:00:00Z')],
      ['1010', new Date('2003-12-30T01:00:00Z'), new Date('2004-01-06T01:00:00Z')],
    ]);
  });

  it('has its texts without tabs and blank lines, also out of formatted and linked cells', async () => {
    const { requests } = await read('sample-requests.xlsx');
    expect(one(requests, '1001')).toMatchObject({
      content: '我家住在城东路12号，想加装电梯。\n请问补贴多少？',
      reply: { text: '您好，\n每台补贴20万元。 谢谢。' },
    });
    expect(one(requests, '1009')).toMatchObject({ subject: '表扬政务中心窗口', content: '服务态度好。' });
  });

  it('has every character of a text that is longer than the reader’s buffer', async () => {
    const { requests } = await read('sample-requests.xlsx');
    const sentence = '在城东路口增设行人过街红绿灯，a 方便老人和孩子。';
    expect(one(requests, '1008')?.content).toBe(`建议如下：\n${sentence.repeat(1200)}`);
  });
});

describe('files', () => {
  it.each([
    ['UTF-8', 'sample-requests.csv'],
    ['GBK', 'sample-requests.gbk.csv'],
  ])('may be CSV in %s, with line breaks, commas and quotation marks inside a cell', async (_, name) => {
    const { requests, bad } = await read(name);
    expect(bad).toEqual([]);
    expect(requests).toMatchObject([
      { number: '2001', content: '第一行，含逗号\n第二行，含"引号"', reply: { text: '6月开始。' } },
      { number: '2002', reply: null },
    ]);
  });

  it.each(['absent.xlsx', 'make-sample.mjs'])('that are none are refused: %s', async (name) => {
    await expect(readSheets(fixture(name))).rejects.toThrow(UnreadableFile);
  });
});
