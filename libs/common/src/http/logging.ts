import type { LoggerService } from '@nestjs/common';
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { maskPhone } from '../auth/phone-mask.js';
import { currentRequestId } from './request-id.js';

/** Mainland mobiles, with or without +86 and gaps; no part of a UUID. */
const MOBILE = /(?<![\da-f])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?![\da-f])/g;
/** Landlines with their area code. */
const LANDLINE = /(?<![\w-])(?:\+86[- ]?)?(0\d{2,3}[- ]?\d{7,8})(?![\da-f])/g;

/** Masks every phone number in a text, so that logs hold none (architecture.md, tools). */
export function maskPhonesIn(text: string): string {
  return text.replaceAll(MOBILE, masked).replaceAll(LANDLINE, masked);
}

function masked(_: string, number: string): string {
  return maskPhone(number.replaceAll(/[- ]/g, ''));
}

/**
 * Nest's logger as JSON lines on standard output: time, level, service, context, request id, message; phone numbers
 * masked wherever they stand.
 */
export class ServiceLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param level the least level that is written: `debug`, `info`, `warn`, `error`; `LOG_LEVEL` unless given */
  constructor(
    service: string,
    level = process.env.LOG_LEVEL ?? 'info',
    sink: DestinationStream = destination({ fd: 1, sync: false }),
  ) {
    this.pino = pino(
      {
        level,
        base: { service },
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => ({ requestId: currentRequestId() }),
      },
      { write: (line) => sink.write(maskPhonesIn(line)) },
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest gives the context last and, with errors, the stack before it. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = rest.length > 0 ? rest.at(-1) : undefined;
    const stack = rest.length > 1 ? rest[0] : undefined;
    this.pino[level]({ context, stack: message instanceof Error ? message.stack : stack }, textOf(message));
  }
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : (JSON.stringify(message) ?? String(message));
}
