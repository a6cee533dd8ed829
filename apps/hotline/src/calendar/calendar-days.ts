import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { DeclaredDays, type DeclaredDay } from '@app/common/calendar/declared-days.js';
import { Recount } from '@app/common/calendar/recount.js';
import { yearOf } from '@app/common/calendar/zone.js';
import { CalendarDayDeclared } from '@app/common/contracts/hotline.events.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '@app/common/http/page.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import type { DeclareDayDto, DeclaredDayDto } from './calendar-day.dto.js';
import { requireUnchanged } from './calendar.problems.js';

/** The office's own days: declared here, told to every service that counts by the calendar. */
@Injectable()
export class CalendarDays {
  constructor(
    private readonly dataSource: DataSource,
    private readonly declared: DeclaredDays,
    private readonly calendar: CalendarSource,
    private readonly recount: Recount,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async list({ after, limit }: PageQuery): Promise<Page<DeclaredDayDto>> {
    const [before] = decodeCursor(after, ['string']) ?? [null];
    const days = await this.declared.list(this.dataSource.manager, before === null ? null : String(before), limit + 1);
    return toPage(days, limit, ({ day }) => [day], shown);
  }

  /**
   * @throws RuleBroken (422) `calendar-year-unknown`: a declared day does not open a year nobody has published,
   *   CalendarChanged (409)
   */
  async declare(actor: Actor, { day, kind, reason, replaces }: DeclareDayDto): Promise<DeclaredDayDto> {
    const year = yearOf(day);
    if (!this.calendar.current().years.has(year)) throw new RuleBroken('calendar-year-unknown', { year });
    const declaredAt = this.clock.now();
    const declared: DeclaredDay = { day, kind, reason: reason.trim(), declaredAt };
    await this.dataSource.transaction(async (em) => {
      // Its timer is held from here on: changes of the calendar come one after the other.
      await this.recount.begin(em, declaredAt);
      requireUnchanged(replaces, await this.declared.declaredAt(em, day));
      await this.declared.declare(em, declared);
      await this.ledger.write(em, {
        itemType: 'calendar',
        itemId: day,
        action: 'day_declared',
        actor,
        at: declaredAt,
        reason: declared.reason,
        detail: { kind },
      });
      await this.outbox.add(em, CalendarDayDeclared, day, shown(declared));
    });
    await this.calendar.reload(this.dataSource.manager);
    return shown(declared);
  }
}

function shown({ day, kind, reason, declaredAt }: DeclaredDay): DeclaredDayDto {
  return { day, kind, reason, declaredAt: declaredAt.toISOString() };
}
