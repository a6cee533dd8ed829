import { describe, expect, it } from '@jest/globals';
import { readCategories } from './category-list.js';

const sheet = (...rows: string[][]) => ({
  name: 'categories',
  rows: [['level1', 'level2', 'level3'], ...rows].map((cells, index) => ({ row: index + 1, cells })),
});

describe('a list of categories', () => {
  it('names each category with those above it', () => {
    expect(readCategories(sheet(['城乡建设', '安全生产', '事故处理'], ['城乡建设', '安全生产 ', '安全隐患']))).toEqual({
      paths: [
        ['城乡建设', '安全生产', '事故处理'],
        ['城乡建设', '安全生产', '安全隐患'],
      ],
      bad: [],
      repeated: [],
    });
  });

  it('may have the same name on different branches, but not the same category twice', () => {
    const list = readCategories(sheet(['交通', '公交', '其他'], ['交通', '出租', '其他'], ['交通', '公交', '其他']));
    expect(list).toMatchObject({ paths: { length: 2 }, repeated: [4] });
  });

  it('has a bad row where a level has no name', () => {
    expect(readCategories(sheet(['交通', '', '其他']))).toEqual({ paths: [], bad: [2], repeated: [] });
  });

  it('is known by its heading', () => {
    expect(readCategories({ name: 'x', rows: [{ row: 1, cells: ['level1', 'level3'] }] })).toEqual({
      missing: ['level2'],
    });
  });
});
