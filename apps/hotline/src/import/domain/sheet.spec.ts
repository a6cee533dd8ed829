import { describe, expect, it } from '@jest/globals';
import { underHeading, type Sheet } from './sheet.js';

const headings = ['编号', '主题'] as const;
const sheet: Sheet = {
  name: 'Sheet1',
  rows: [
    { row: 2, cells: [' 主题\t', '备注', '编号'] },
    { row: 3, cells: ['路灯不亮', 'x', '17'] },
    { row: 5, cells: ['停水'] },
  ],
};

describe('rows under a heading', () => {
  it('are named by their column, in whatever order the columns stand', () => {
    const rows = underHeading(sheet, headings, (cell, row) => [row, cell('编号'), cell('主题')]);
    expect(rows).toEqual([
      [3, '17', '路灯不亮'],
      [5, '', '停水'],
    ]);
  });

  it('are none where columns are missing: those are named', () => {
    expect(underHeading(sheet, [...headings, '答复'], String)).toEqual({ missing: ['答复'] });
    expect(underHeading({ name: 'empty', rows: [] }, headings, String)).toEqual({ missing: ['编号', '主题'] });
  });
});
