import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { WebhookReceipts } from './messaging/webhook-receipts.js';
import { AttemptsRepository } from './sign-in/attempts.repository.js';
import { MachineClock } from './sign-in/machine-clock.js';
import { SessionRepository } from './sign-in/session.repository.js';

const DAY_MS = 24 * 3600 * 1000;
const SESSIONS_KEPT_DAYS = 30;
const ATTEMPTS_KEPT_DAYS = 2;
/** Longer than any provider tries again. */
const RECEIPTS_KEPT_DAYS = 30;

/** Each night forgets what is no longer needed. What people did stays in the ledger. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly attempts: AttemptsRepository,
    private readonly receipts: WebhookReceipts,
    private readonly machineClock: MachineClock,
  ) {}

  @Recurring('gateway.housekeeping', { cron: '20 3 * * *' })
  async tidy(em: EntityManager, { now }: DueTimer): Promise<void> {
    const machineNow = this.machineClock.now();
    await this.sessions.prune(em, daysBefore(machineNow, SESSIONS_KEPT_DAYS));
    await this.attempts.prune(em, daysBefore(machineNow, ATTEMPTS_KEPT_DAYS));
    await this.receipts.prune(em, daysBefore(now, RECEIPTS_KEPT_DAYS));
  }
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * DAY_MS);
}
