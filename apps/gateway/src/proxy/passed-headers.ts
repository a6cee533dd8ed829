import type { IncomingHttpHeaders } from 'node:http';

/** Of one connection, not of the request or answer (RFC 9110 §7.6.1); how long a body is, each side says anew. */
const OF_THE_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** The name we are called by, what we have answered ourselves, and the length of the body we have read. */
const OURS = ['host', 'expect', 'content-length'];
/** Said by us to the services, never believed from outside. */
const SAID_BY_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const NOT_PASSED_ON = [...OF_THE_CONNECTION, ...OURS, ...SAID_BY_PROXIES];

/** The headers of a request as the service gets them: the caller's, and who that is as we see it. */
export function passedOn({
  id,
  ip,
  headers,
}: {
  readonly id: string;
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
}): IncomingHttpHeaders {
  const passed = without(headers, NOT_PASSED_ON);
  passed['x-request-id'] = id;
  passed['x-forwarded-for'] = ip;
  return passed;
}

/** The headers of a service's answer as the caller gets them. */
export function passedBack(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return without(headers, OF_THE_CONNECTION);
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  const rest = { ...headers };
  // A connection may have further headers of its own.
  for (const name of headers.connection?.split(',') ?? []) delete rest[name.trim().toLowerCase()];
  for (const name of names) delete rest[name];
  return rest;
}

/** Whether a path has a part that another reader may take for “one up”, which would lead out of its service. */
export function leadsUp(path: string): boolean {
  const plain = path.replaceAll(/%2e/gi, '.').replaceAll(/%2f|%5c|\\/gi, '/');
  return plain.includes('..') && plain.split('/').includes('..');
}
