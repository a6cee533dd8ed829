// @ts-check
import { once } from 'node:events';
import { connect } from 'node:net';
import { quantile, round } from './figures.mjs';

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: (\d+)/i;

/**
 * Sends requests for some seconds from `clients` connections, each one after the other. Written for this one purpose:
 * it shares the processors with what it measures, and a general load generator takes twice as much of them.
 * @param {string} url
 * @param {{ clients: number, seconds: number, method?: 'GET' | 'POST', headers: Record<string, string>,
 *   alsoAnswers?: readonly number[],
 *   next?: () => { path?: string, body?: string, headers?: Record<string, string> } }} load `next` makes each request;
 *   `alsoAnswers`: statuses that are as good an answer as 2xx
 * @returns {Promise<{ perSecond: number, p50Ms: number, p99Ms: number, errors: number, answered: number }>} `errors`
 *   counts all other answers
 */
export async function httpLoad(
  url,
  { clients, seconds, method = 'GET', headers, alsoAnswers = [], next = () => ({}) },
) {
  const { hostname, port, host, pathname, search } = new URL(url);
  const always = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = () => {
    const { path = `${pathname}${search}`, body = '', headers: own = {} } = next();
    const lines = Object.entries(own).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = method === 'POST' ? `content-length: ${Buffer.byteLength(body)}\r\n` : '';
    return `${method} ${path} HTTP/1.1\r\n${always.join('')}${lines.join('')}${length}\r\n${body}`;
  };
  /** @type {number[]} */
  const latencies = [];
  let errors = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, () =>
      converse({ host: hostname, port: Number(port) }, request, (status, ms) => {
        if ((status >= 200 && status < 300) || alsoAnswers.includes(status)) latencies.push(ms);
        else errors += 1;
        return performance.now() < until;
      }),
    ),
  );
  const tookSeconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / tookSeconds,
    p50Ms: round(quantile(latencies, 0.5), 1),
    p99Ms: round(quantile(latencies, 0.99), 1),
    errors,
    answered: latencies.length,
  };
}

/**
 * One connection: asks, waits for the whole answer, asks again for as long as `answered` says so.
 * @param {{ host: string, port: number }} address
 * @param {() => string} request
 * @param {(status: number, ms: number) => boolean} answered
 */
async function converse(address, request, answered) {
  const socket = connect({ ...address, noDelay: true });
  let received = '';
  let sentAt = 0;
  const ask = () => {
    sentAt = performance.now();
    socket.write(request());
  };
  socket.setEncoding('latin1');
  socket.on('connect', ask);
  socket.on('data', (chunk) => {
    received += chunk;
    const head = received.indexOf(HEAD_END);
    if (head < 0) return;
    const length = LENGTH.exec(received.slice(0, head))?.[1];
    if (length === undefined) {
      socket.destroy(new Error(`An answer without its length:\n${received.slice(0, head)}`));
      return;
    }
    if (received.length < head + HEAD_END.length + Number(length)) return;
    const status = Number(received.slice(9, 12));
    received = '';
    if (answered(status, performance.now() - sentAt)) ask();
    else socket.end();
  });
  await once(socket, 'close');
}
