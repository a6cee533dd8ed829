import { describe, expect, it } from '@jest/globals';
import { ServiceLogger, maskPhonesIn } from './logging.js';
import { runInRequest } from './request-id.js';

describe('a phone number in a log line', () => {
  it.each([
    ['来电13812345678要求', '来电138****5678要求'],
    ['+86 138-1234-5678', '138****5678'],
    ['?q=13812345678&x=1', '?q=138****5678&x=1'],
    ['tel 0571-87654321.', 'tel 0571****4321.'],
  ])('%s → %s', (text, shown) => {
    expect(maskPhonesIn(text)).toBe(shown);
  });

  it.each(['0190a000-0000-7000-8000-013812345678', '2026-11-23T09:00:00.123Z', '1763890000000', '20261123-0001'])(
    'is not seen where there is none: %s',
    (text) => expect(maskPhonesIn(text)).toBe(text),
  );
});

function lines(write: (logger: ServiceLogger) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(new ServiceLogger('hotline', 'info', { write: (line) => written.push(line) }));
  return written.map((line) => JSON.parse(line));
}

describe('a log line', () => {
  it('has service, level, context and request id', () => {
    const [line] = lines((logger) =>
      runInRequest({ requestId: 'request-1' }, () => logger.log('ticket registered', 'Tickets')),
    );
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/Z$/),
      service: 'hotline',
      requestId: 'request-1',
      context: 'Tickets',
      msg: 'ticket registered',
    });
  });

  it('of an error has its stack, numbers masked there too', () => {
    const error = new Error('no route to 13812345678');
    const [one, two] = lines((logger) => {
      logger.error(error, 'Sms');
      logger.error('failed', error.stack, 'Sms');
    });
    for (const line of [one, two]) {
      expect(line).toMatchObject({ level: 'error', context: 'Sms', stack: expect.stringContaining('138****5678') });
      expect(JSON.stringify(line)).not.toContain('13812345678');
    }
  });

  it('below the level is not written', () => {
    expect(lines((logger) => logger.debug('x', 'Y'))).toEqual([]);
  });
});
