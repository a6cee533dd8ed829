import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Recurring } from '@app/common/timers/on-timer.js';
import { GatewaySettings } from '../gateway.settings.js';
import { MachineClock } from './machine-clock.js';
import { SessionKeyStore } from './session-key-store.js';

/** Each night looks whether the session key has signed for its days. */
@Injectable()
export class SessionKeyRenewal {
  constructor(
    private readonly store: SessionKeyStore,
    private readonly settings: GatewaySettings,
    private readonly machineClock: MachineClock,
  ) {}

  @Recurring('gateway.session-key', { cron: '40 3 * * *' })
  async renew(em: EntityManager): Promise<void> {
    await this.store.renew(em, { now: this.machineClock.now(), days: this.settings.sessionKeyDays });
  }
}
