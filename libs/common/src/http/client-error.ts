import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '../persistence/id.js';
import { PROBLEM_CONTENT_TYPE, problemDocument } from './problem-document.js';
import { COMMON_PROBLEMS } from './problem-texts.js';
import { DomainError } from './problem.js';

/** What Node's HTTP parser gives up on, before there is a request; everything else it cannot read is `unreadable`. */
const BY_CODE: Readonly<Record<string, DomainError>> = {
  HPE_HEADER_OVERFLOW: new DomainError('headers-too-large', 431),
  ERR_HTTP_REQUEST_TIMEOUT: new DomainError('request-timeout', 408),
};
const UNREADABLE = new DomainError('unreadable', 400);

/**
 * Answers with a problem document (interfaces.md §1) where there is no request to answer, and ends the connection. No
 * header has been read, so none says the caller's language: it is zh-CN.
 */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = BY_CODE[error.code ?? ''] ?? UNREADABLE;
  const body = JSON.stringify(problemDocument(problem, COMMON_PROBLEMS, 'zh-CN', newId()));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_CONTENT_TYPE}`,
    'Content-Language: zh-CN',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
