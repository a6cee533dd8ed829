import { describe, expect, it } from '@jest/globals';
import { itemPatterns } from './item-search.js';

/** As the database reads a pattern of LIKE. */
function finds(pattern: string, name: string): boolean {
  const source = pattern.replace(/\\(.)|%|[^\\%]+/gsu, (part: string, escaped: string | undefined) =>
    part === '%' ? '.*' : (escaped ?? part).replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`),
  );
  return new RegExp(`^${source}$`, 'su').test(name.toUpperCase());
}
const loosely = (keyword: string, name: string): boolean => finds(itemPatterns(keyword).loosely, name);
const exactly = (keyword: string, name: string): boolean => finds(itemPatterns(keyword).exactly, name);

describe('a citizen’s word for a service', () => {
  it('is looked for as it is written', () => {
    expect(exactly('身份证', '居民身份证换领、补领')).toBe(true);
    expect(exactly('PASSPORT', 'Passport or permit for Hong Kong and Macao')).toBe(true);
    expect(exactly('社保卡', '社会保障卡申领、补领')).toBe(false);
  });

  it.each([
    ['社保卡', '社会保障卡申领、补领'],
    ['医保', '城乡居民基本医疗保险参保登记'],
    ['低保', '最低生活保障申请'],
    ['ID CARD', 'Identity card, renewal or replacement'],
    ['CARD RENEWAL', 'Identity card, renewal or replacement'],
  ])('%s may be short for %s', (keyword, name) => {
    expect(loosely(keyword, name)).toBe(true);
  });

  it.each([
    ['护照', '居民身份证换领、补领'],
    ['卡保社', '社会保障卡申领、补领'],
    ['CARD ID', 'Identity card, renewal or replacement'],
    ['100%', 'Passport'],
    ['_', 'Passport'],
  ])('%s is none for %s', (keyword, name) => {
    expect(loosely(keyword, name)).toBe(false);
    expect(exactly(keyword, name)).toBe(false);
  });
});
