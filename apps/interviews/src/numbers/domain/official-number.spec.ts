import { describe, expect, it } from '@jest/globals';
import { officialNumber, SERIES } from './official-number.js';

describe('official numbers', () => {
  it('are printed as the field prints them', () => {
    expect(SERIES.map((series) => officialNumber(series, 2026, 7))).toEqual([
      '约谈〔2026〕0007号',
      '约谈交办〔2026〕7号',
      '约谈催办〔2026〕7号',
      '约谈督办〔2026〕7号',
      '〔2026〕第7期',
    ]);
  });
});
