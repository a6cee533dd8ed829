import { describe, expect, it } from '@jest/globals';
import { leadsUp, passedBack, passedOn } from './passed-headers.js';

describe('headers of a request passed on', () => {
  it('are the caller’s, with our request id and the address we see', () => {
    const headers = {
      accept: 'application/json',
      cookie: 'a=b',
      'x-forwarded-for': '1.2.3.4',
      forwarded: 'for=1.2.3.4',
    };
    expect(passedOn({ id: 'request-1', ip: '10.0.0.7', headers })).toEqual({
      accept: 'application/json',
      cookie: 'a=b',
      'x-request-id': 'request-1',
      'x-forwarded-for': '10.0.0.7',
    });
  });

  it('are without those of the connection, and a connection cannot strike out ours', () => {
    const headers = {
      connection: 'Keep-Alive, X-Own, x-forwarded-for',
      'keep-alive': '5',
      'x-own': '1',
      host: 'a',
      te: 'trailers',
    };
    expect(passedOn({ id: 'request-1', ip: '10.0.0.7', headers })).toEqual({
      'x-request-id': 'request-1',
      'x-forwarded-for': '10.0.0.7',
    });
  });
});

describe('headers of an answer passed back', () => {
  it('are the service’s, without those of the connection', () => {
    const headers = { etag: '"3"', connection: 'keep-alive', 'keep-alive': 'timeout=72', 'content-length': '12' };
    expect(passedBack(headers)).toEqual({ etag: '"3"', 'content-length': '12' });
  });
});

describe('a path', () => {
  it.each([
    '/api/hotline/../x',
    '/api/hotline/..%2fx',
    '/api/hotline/%2e%2E%5Cx',
    '/api/hotline/a/..\\x',
    '/api/hotline/..',
  ])('leads up: %s', (path) => expect(leadsUp(path)).toBe(true));

  it.each(['/api/hotline/a..b', '/api/hotline/...', '/api/hotline/%2e', '/api/hotline/x%252e%252e%252fy'])(
    'leads nowhere else: %s',
    (path) => expect(leadsUp(path)).toBe(false),
  );
});
