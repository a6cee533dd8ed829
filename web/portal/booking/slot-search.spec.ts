import { describe, expect, it } from '@jest/globals';
import { dayAfter, matches, nextSpan } from './slot-search.js';

describe('looking for a time', () => {
  it('asks for a week at once, until every day that may be booked has been asked for', () => {
    const spans: string[] = [];
    let from: string = '2026-12-20';
    for (let span = nextSpan('all', '2026-12-20', from); span; span = nextSpan('all', '2026-12-20', from)) {
      spans.push(`${span.from}..${span.to}`);
      from = dayAfter(span.to, 1);
    }
    expect(spans).toEqual([
      '2026-12-20..2026-12-26',
      '2026-12-27..2027-01-02',
      '2027-01-03..2027-01-09',
      '2027-01-10..2027-01-16',
      '2027-01-17..2027-01-19',
    ]);
  });

  it('asks for the few extended times all at once', () => {
    expect(nextSpan('evening', '2026-11-23', '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-12-23' });
    expect(nextSpan('evening', '2026-11-23', '2026-12-24')).toBeNull();
  });
});

describe('looking for an item', () => {
  const texts = ['居民身份证换领', 'Renew an ID card'];
  it.each(['身份证', ' id  CARD', 'ＩＤ', 'card renew', ''])('%j finds it', (query) => {
    expect(matches(query, texts)).toBe(true);
  });
  it.each(['护照', 'id passport'])('%j does not', (query) => {
    expect(matches(query, texts)).toBe(false);
  });
});
