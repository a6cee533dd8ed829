import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { CITIZEN, type StaffActor } from '@app/common/auth/actor.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { ADVISORY_LOCKS } from '@app/common/persistence/advisory-locks.js';
import { RatingService } from '../ratings/rating.service.js';
import { RegistrationService } from '../registration/registration.service.js';
import { ServiceItem } from '../service-items/service-item.entity.js';
import { ServiceItems } from '../service-items/service-items.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { TicketService } from '../tickets/ticket.service.js';
import { DEMO_REQUESTS, type DemoRequest, type DemoStep } from './demo-requests.js';
import { DEMO_SERVICE_ITEMS } from './demo-service-items.js';

/** People of the demo county's directory, by their fixed ids. */
const OPERATOR: StaffActor = {
  kind: 'staff',
  id: '0190a000-0000-7000-8000-000000000101',
  name: '林晓雯',
  roles: ['operator'],
  unitId: DEMO_UNITS.hotline,
};
const HANDLERS: Readonly<Record<DemoRequest['unit'], StaffActor>> = {
  housing: {
    kind: 'staff',
    id: '0190a000-0000-7000-8000-000000000103',
    name: '陈志强',
    roles: ['handler'],
    unitId: DEMO_UNITS.housing,
  },
  labour: {
    kind: 'staff',
    id: '0190a000-0000-7000-8000-000000000105',
    name: '黄丽娟',
    roles: ['handler'],
    unitId: DEMO_UNITS.labour,
  },
};

const RETRY_MS = 1_000;
const DEMO_CALLER = 'demo';

/** A database with tickets that are not of a demo half made is left alone. */
const FOUND = `
  SELECT EXISTS (SELECT 1 FROM ticket) AS used,
         EXISTS (SELECT 1 FROM idempotency_key WHERE caller = $1) AS begun`;

/**
 * The demo county's catalogue and a few requests in different states, with DEMO=1 and an empty database. They go through
 * the same services as everybody's, so ledger, clocks and events are as they should be.
 */
@Injectable()
export class DemoTickets implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DemoTickets.name);
  private readonly stop = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    private readonly items: ServiceItems,
    private readonly registration: RegistrationService,
    private readonly tickets: TicketService,
    private readonly ratings: RatingService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (process.env.DEMO !== '1') return;
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(ServiceItem)
      .values([...DEMO_SERVICE_ITEMS])
      .orIgnore()
      .execute();
    this.items.forget();
    void this.makeTickets();
  }

  onApplicationShutdown(): void {
    this.stop.abort();
  }

  /** Needs the directory, which may start later: tries until it is there. */
  private async makeTickets(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        await this.makeOnce();
        return;
      } catch (error) {
        this.logger.log(`the demo's requests wait: ${String(error)}`);
        await pause(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** A try that failed half-way goes on where it stopped: each request is registered under a key of its own. */
  private async makeOnce(): Promise<void> {
    const lock = this.dataSource.createQueryRunner();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS.demoTickets]);
      const [found] = await this.dataSource.query<{ used: boolean; begun: boolean }[]>(FOUND, [DEMO_CALLER]);
      if (found?.used && !found.begun) return;
      for (const request of DEMO_REQUESTS) await this.make(request);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCKS.demoTickets]).catch(() => undefined);
      await lock.release();
    }
  }

  private async make({ incoming, unit, steps, key }: DemoRequest): Promise<void> {
    const { id } = await this.registration.register(incoming.channel === 'web' ? CITIZEN : OPERATOR, incoming, {
      caller: DEMO_CALLER,
      key,
      route: DEMO_CALLER,
      bodyHash: Buffer.from(key),
    });
    for (const [index, step] of steps.entries()) {
      const { version } = await this.dataSource.manager.findOneOrFail(Ticket, { where: { id } });
      if (version === index + 1) await this.take(step, id, version, unit);
    }
  }

  private async take(step: DemoStep, id: string, version: number, unit: DemoRequest['unit']): Promise<void> {
    switch (step.do) {
      case 'dispatch':
        return this.tickets.dispatch(OPERATOR, id, version, { unitId: DEMO_UNITS[unit] });
      case 'accept':
        return this.tickets.accept(HANDLERS[unit], id, version);
      case 'reply':
        return this.tickets.reply(HANDLERS[unit], id, version, step.text);
      case 'answer':
        return this.tickets.answer(OPERATOR, id, version, step.text);
      case 'rate':
        await this.dataSource.transaction((em) =>
          this.ratings.rate(em, id, { score: step.score, comment: step.comment, via: 'web' }),
        );
    }
  }
}
