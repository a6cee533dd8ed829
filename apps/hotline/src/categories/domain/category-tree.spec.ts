import { expect, it } from '@jest/globals';
import { categoryKey, newCategories } from './category-tree.js';

it('a list adds what the tree lacks, those above before those below', () => {
  let count = 0;
  const known = new Map([[categoryKey(['交通']), 'traffic']]);
  const added = newCategories(
    known,
    [
      ['交通', '公交', '线路'],
      ['交通', '公交', '其他'],
      ['环保', '噪音', '其他'],
    ],
    () => `new-${++count}`,
  );
  expect(added.map(({ id, parentId, level, name }) => [id, parentId, level, name])).toEqual([
    ['new-1', 'traffic', 2, '公交'],
    ['new-2', 'new-1', 3, '线路'],
    ['new-3', 'new-1', 3, '其他'],
    ['new-4', null, 1, '环保'],
    ['new-5', 'new-4', 2, '噪音'],
    ['new-6', 'new-5', 3, '其他'],
  ]);
});
