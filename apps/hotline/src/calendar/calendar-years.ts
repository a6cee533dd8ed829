import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { BroughtInYears, type BroughtInYear } from '@app/common/calendar/brought-in-years.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Recount } from '@app/common/calendar/recount.js';
import { statutoryDays } from '@app/common/calendar/statutory-days.js';
import { yearOf, type Day } from '@app/common/calendar/zone.js';
import { CalendarYearBroughtIn } from '@app/common/contracts/hotline.events.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '@app/common/http/page.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import type { BringInYearDto, CalendarYearDto } from './calendar-year.dto.js';
import { requireUnchanged } from './calendar.problems.js';
import { arrangementFault } from './domain/year-arrangement.js';

const PACKAGE = 'chinese-days';

/**
 * Years brought in by an administrator before a release has them: the State Council publishes the next year's
 * arrangement in November, and from December limits reach into it. Kept here, told to every service that counts.
 */
@Injectable()
export class CalendarYears {
  private readonly packaged = statutoryDays();

  constructor(
    private readonly dataSource: DataSource,
    private readonly broughtIn: BroughtInYears,
    private readonly calendar: CalendarSource,
    private readonly recount: Recount,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async list({ after, limit }: PageQuery): Promise<Page<CalendarYearDto>> {
    const [before] = decodeCursor(after, ['number']) ?? [Infinity];
    const added = await this.broughtIn.all(this.dataSource.manager);
    const years = [
      ...[...this.packaged.years].map((year) => this.packagedYear(year)),
      ...added.filter(({ year }) => !this.packaged.years.has(year)).map(shown),
    ]
      .filter(({ year }) => year < Number(before))
      .toSorted((one, other) => other.year - one.year);
    return toPage(
      years,
      limit,
      ({ year }) => [year],
      (year) => year,
    );
  }

  /**
   * @throws RuleBroken (422) `calendar-year-packaged` where the year needs no bringing in; `calendar-year-days-elsewhere`,
   *   `calendar-year-incomplete`, `calendar-year-both`, `calendar-year-weekday-worked` with the `days` that are wrong;
   *   CalendarChanged (409)
   */
  async bringIn(actor: Actor, year: number, body: BringInYearDto): Promise<CalendarYearDto> {
    if (this.packaged.years.has(year)) throw new RuleBroken('calendar-year-packaged', { year });
    const fault = arrangementFault({ year, holidays: body.holidays, makeUpDays: body.makeUpDays });
    if (fault) throw new RuleBroken(fault.rule, { year, days: fault.days });
    const broughtIn: BroughtInYear = {
      year,
      holidays: body.holidays.toSorted(),
      makeUpDays: body.makeUpDays.toSorted(),
      source: body.source.trim(),
      broughtInAt: this.clock.now(),
    };
    await this.dataSource.transaction((em) => this.keep(em, actor, broughtIn, body.replaces));
    await this.calendar.reload(this.dataSource.manager);
    return shown(broughtIn);
  }

  private async keep(
    em: EntityManager,
    actor: Actor,
    broughtIn: BroughtInYear,
    replaces: string | null | undefined,
  ): Promise<void> {
    const { year, holidays, makeUpDays, source, broughtInAt } = broughtIn;
    // Its timer is held from here on: changes of the calendar come one after the other.
    await this.recount.begin(em, broughtInAt);
    const known = (await this.broughtIn.all(em)).find((one) => one.year === year);
    requireUnchanged(replaces, known?.broughtInAt ?? null);
    await this.broughtIn.keep(em, broughtIn);
    await this.ledger.write(em, {
      itemType: 'calendar',
      itemId: String(year),
      action: 'year_brought_in',
      actor,
      at: broughtInAt,
      reason: source,
      detail: { holidays, makeUpDays },
    });
    const told = { year, holidays: [...holidays], makeUpDays: [...makeUpDays], source };
    await this.outbox.add(em, CalendarYearBroughtIn, String(year), { ...told, broughtInAt: broughtInAt.toISOString() });
  }

  private packagedYear(year: number): CalendarYearDto {
    const ofYear = (days: ReadonlySet<Day>) => [...days].filter((day) => yearOf(day) === year).toSorted();
    return {
      year,
      origin: 'packaged',
      source: PACKAGE,
      holidays: ofYear(this.packaged.holidays),
      makeUpDays: ofYear(this.packaged.makeUpDays),
      broughtInAt: null,
    };
  }
}

function shown({ year, holidays, makeUpDays, source, broughtInAt }: BroughtInYear): CalendarYearDto {
  return { year, origin: 'brought_in', source, holidays, makeUpDays, broughtInAt: broughtInAt.toISOString() };
}
