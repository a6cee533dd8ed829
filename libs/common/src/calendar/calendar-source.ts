import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { workingCalendar, type CalendarOverride, type WorkingCalendar } from './calendar.js';
import { officeSessions } from './office-sessions.js';

/** So soon every process of a service has read a declared day, whichever of them took it. */
export const CALENDAR_READ_AGAIN_MS = 10_000;

/** The office's calendar as it stands: published years, configured hours, and the service's own overrides. */
@Injectable()
export class CalendarSource implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(CalendarSource.name);
  private readonly sessions = officeSessions(process.env.OFFICE_SESSIONS);
  private calendar: WorkingCalendar;
  private overrides = '[]';
  private reading: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(OFFICE_TIME_ZONE) private readonly timeZone: string,
  ) {
    this.calendar = this.calendarWith([]);
  }

  /** The calendar now; a value that later changes do not touch. The same one as long as nothing has changed. */
  current(): WorkingCalendar {
    return this.calendar;
  }

  /** The calendar as a transaction sees it, with what that has declared itself. */
  async read(em: EntityManager): Promise<WorkingCalendar> {
    return this.calendarWith(await overridesOf(em));
  }

  /** Reads the overrides again, after an administrator has changed one. */
  async reload(em: EntityManager): Promise<void> {
    const overrides = await overridesOf(em);
    const text = JSON.stringify(overrides);
    if (text === this.overrides) return;
    this.overrides = text;
    this.calendar = this.calendarWith(overrides);
  }

  async onModuleInit(): Promise<void> {
    await this.reload(this.dataSource.manager);
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

  private calendarWith(overrides: readonly CalendarOverride[]): WorkingCalendar {
    return workingCalendar({ timeZone: this.timeZone, sessions: this.sessions, overrides });
  }
}

function overridesOf(em: EntityManager): Promise<CalendarOverride[]> {
  return em.query<CalendarOverride[]>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, working FROM calendar_override ORDER BY day`,
  );
}
