import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { isConnectionLost } from './connection-lost.js';

async function refusedConnection(): Promise<unknown> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  const socket = connect({ port, host: '127.0.0.1' });
  return new Promise((resolve) => socket.on('error', resolve));
}

function withCode(code: string): Error {
  return Object.assign(new Error('refused'), { code });
}

describe('a connection to PostgreSQL counts as lost', () => {
  it('when Node itself says that nobody listens', async () => {
    expect(isConnectionLost(await refusedConnection())).toBe(true);
  });

  it('when the error is of another context than this code', () => {
    expect(isConnectionLost(runInNewContext(`Object.assign(new Error('x'), { code: 'ECONNRESET' })`))).toBe(true);
    expect(isConnectionLost(runInNewContext(`new AggregateError([new Error('Connection terminated')])`))).toBe(true);
  });

  it.each(['57P01', '57P03', '53300', '08006', 'EPIPE'])('with %s', (code) => {
    expect(isConnectionLost(withCode(code))).toBe(true);
  });

  it('when one of several addresses was the reason', () => {
    expect(isConnectionLost(new AggregateError([new Error('other'), withCode('ECONNREFUSED')]))).toBe(true);
  });

  it('when the driver says so in words', () => {
    expect(isConnectionLost(new Error('Connection terminated unexpectedly'))).toBe(true);
  });
});

describe('a connection to PostgreSQL does not count as lost', () => {
  it.each(['23505', '57014', '42P01'])('with %s', (code) => {
    expect(isConnectionLost(withCode(code))).toBe(false);
  });

  it('when something else was thrown', () => {
    for (const thrown of [undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }, new AggregateError([])]) {
      expect(isConnectionLost(thrown)).toBe(false);
    }
  });
});
