import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../time/clock.js';
import { OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { broughtInYears, type BroughtInYear } from './brought-in-years.js';
import { workingCalendar, type CalendarOverride, type WorkingCalendar } from './calendar.js';
import { keepDemoYears } from './demo-years.js';
import { officeSessions } from './office-sessions.js';
import { statutoryDays, withBroughtIn } from './statutory-days.js';

/** So soon every process of a service has read a changed calendar, whichever of them took the change. */
export const CALENDAR_READ_AGAIN_MS = 10_000;

/** What an administrator has said of the calendar, as a service keeps it. */
interface Changes {
  readonly years: readonly BroughtInYear[];
  readonly overrides: readonly CalendarOverride[];
}

/**
 * The office's calendar as it stands: published years and those brought in, configured hours, and the service's own
 * overrides.
 */
@Injectable()
export class CalendarSource implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(CalendarSource.name);
  private readonly sessions = officeSessions(process.env.OFFICE_SESSIONS);
  private readonly published = statutoryDays();
  private calendar: WorkingCalendar;
  private changes: string;
  private reading: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(OFFICE_TIME_ZONE) private readonly timeZone: string,
    private readonly clock: Clock,
  ) {
    const none: Changes = { years: [], overrides: [] };
    this.changes = JSON.stringify(none);
    this.calendar = this.calendarWith(none);
  }

  /** The calendar now; a value that later changes do not touch. The same one as long as nothing has changed. */
  current(): WorkingCalendar {
    return this.calendar;
  }

  /** The calendar as a transaction sees it, with what that has declared itself. */
  async read(em: EntityManager): Promise<WorkingCalendar> {
    return this.calendarWith(await changesOf(em));
  }

  /** Reads years and overrides again, after an administrator has changed one. */
  async reload(em: EntityManager): Promise<void> {
    const changes = await changesOf(em);
    const text = JSON.stringify(changes);
    if (text === this.changes) return;
    this.changes = text;
    this.calendar = this.calendarWith(changes);
  }

  async onModuleInit(): Promise<void> {
    const { manager } = this.dataSource;
    if (process.env.DEMO === '1') {
      await keepDemoYears(manager, this.published.years, { timeZone: this.timeZone, now: this.clock.now() });
    }
    await this.reload(manager);
    this.reading = setInterval(() => void this.readAgain(), CALENDAR_READ_AGAIN_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.reading);
  }

  private async readAgain(): Promise<void> {
    try {
      await this.reload(this.dataSource.manager);
    } catch (error) {
      this.logger.warn(`the calendar is not read again: ${String(error)}`);
    }
  }

  private calendarWith({ years, overrides }: Changes): WorkingCalendar {
    const statutory = withBroughtIn(this.published, years);
    return workingCalendar({ timeZone: this.timeZone, sessions: this.sessions, overrides, statutory });
  }
}

async function changesOf(em: EntityManager): Promise<Changes> {
  const years = await broughtInYears(em);
  return { years, overrides: await overridesOf(em) };
}

function overridesOf(em: EntityManager): Promise<CalendarOverride[]> {
  return em.query<CalendarOverride[]>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, working FROM calendar_override ORDER BY day`,
  );
}
