import { validateSync } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { IsInstant } from './is-instant.js';
import { languageOf } from './language.js';
import { decodeCursor, encodeCursor, toPage, type Page } from './page.js';
import { Malformed, TooManyRequests } from './problem.js';
import { RateLimiter } from './rate-limit.js';
import { currentRequestId, requestIdFrom, runInRequest } from './request-id.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-TW', 'zh-CN'],
    ['fr, de;q=0.9', 'zh-CN'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=0.5, zh-CN;q=0.9', 'zh-CN'],
    ['en;q=0, zh;q=0.1', 'zh-CN'],
    ['en;q=nonsense', 'zh-CN'],
    ['english', 'zh-CN'],
  ])('for %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

function page(rows: number[]): Page<string> {
  return toPage(rows, 2, (n) => [n], String);
}

describe('a cursor', () => {
  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(fc.integer(), fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), (n, date) => {
        const key = [n, date.toISOString()];
        expect(decodeCursor(encodeCursor(key), ['number', 'instant'])).toEqual(key);
      }),
    );
  });

  it('that is none, or of another list, is refused', () => {
    const uuid = '0190a000-0000-7000-8000-000000000001';
    expect(decodeCursor(encodeCursor([uuid]), ['uuid'])).toEqual([uuid]);
    expect(decodeCursor(undefined, ['uuid'])).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => expect(() => decodeCursor(text, ['uuid'])).toThrow(Malformed)));
    for (const key of [[1], ['x'], [uuid, uuid], []]) {
      expect(() => decodeCursor(encodeCursor(key), ['uuid'])).toThrow(Malformed);
    }
    expect(() => decodeCursor(encodeCursor(['2026-13-45T']), ['instant'])).toThrow(Malformed);
    expect(() => decodeCursor(encodeCursor(['1; DROP']), ['bigint'])).toThrow(Malformed);
    expect(() => decodeCursor(encodeCursor(['\0']), ['string'])).toThrow(Malformed);
  });

  it('is given only when one row more than the page was found', () => {
    expect(page([1, 2])).toEqual({ items: ['1', '2'], next: null });
    expect(page([1, 2, 3])).toEqual({ items: ['1', '2'], next: encodeCursor([2]) });
    expect(page([])).toEqual({ items: [], next: null });
  });
});

describe('canonical JSON', () => {
  it('is the same for equal values, whatever the order of their members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson(undefined)).toBe('null');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a rate limit', () => {
  it('refuses when the window is full, says for how long, and opens again', () => {
    const limiter = new RateLimiter({ times: 2, windowSeconds: 60 });
    limiter.count('a', 0);
    limiter.count('a', 10_000);
    expect(() => limiter.count('a', 20_500)).toThrow(TooManyRequests);
    limiter.count('b', 20_500);
    try {
      limiter.count('a', 20_500);
    } catch (error) {
      expect(error).toMatchObject({ data: { retryAfterSeconds: 40 } });
    }
    limiter.count('a', 60_000);
    expect.assertions(2);
  });
});

async function seenWithin(requestId: string): Promise<string | undefined> {
  return runInRequest({ requestId }, async () => {
    await Promise.resolve();
    return currentRequestId();
  });
}

describe('a request id', () => {
  it('is taken over when well-formed, else made', () => {
    expect(requestIdFrom('abc.DEF-12_3')).toBe('abc.DEF-12_3');
    for (const sent of [undefined, '', 'short', 'a b c d e f g', 'x'.repeat(65), '<script>', ['a']]) {
      expect(requestIdFrom(sent)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    }
  });

  it('follows what is done for the request, and nothing else', async () => {
    expect(await Promise.all([seenWithin('one'), seenWithin('two')])).toEqual(['one', 'two']);
    expect(currentRequestId()).toBeUndefined();
  });
});

describe('a field that is', () => {
  class When {
    @IsInstant() at: unknown;
  }
  const isFault = (at: unknown): boolean => validateSync(Object.assign(new When(), { at })).length > 0;

  it.each(['2026-11-23T09:00Z', '2026-11-23T09:00:00.123Z', '2028-02-29T23:59:59+08:00'])('an instant: %s', (at) => {
    expect(isFault(at)).toBe(false);
  });

  it.each([
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-02-30T09:00:00Z',
    '2026-13-01T00:00:00Z',
    '9999-01-01T00:00Z',
    1,
    null,
  ])('no instant: %s', (at) => {
    expect(isFault(at)).toBe(true);
  });
});
