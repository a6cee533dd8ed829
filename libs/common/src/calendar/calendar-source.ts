import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { workingCalendar, type CalendarOverride, type WorkingCalendar } from './calendar.js';
import { officeSessions } from './office-sessions.js';

/** The office's calendar as it stands: published years, configured hours, and the service's own overrides. */
@Injectable()
export class CalendarSource implements OnModuleInit {
  private readonly sessions = officeSessions(process.env.OFFICE_SESSIONS);
  private calendar: WorkingCalendar;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(OFFICE_TIME_ZONE) private readonly timeZone: string,
  ) {
    this.calendar = workingCalendar({ timeZone, sessions: this.sessions });
  }

  /** The calendar now; a value that later changes do not touch. */
  current(): WorkingCalendar {
    return this.calendar;
  }

  /** Reads the overrides again, after an administrator has changed one. */
  async reload(em: EntityManager): Promise<void> {
    const overrides: CalendarOverride[] = await em.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, working FROM calendar_override ORDER BY day`,
    );
    this.calendar = workingCalendar({ timeZone: this.timeZone, sessions: this.sessions, overrides });
  }

  async onModuleInit(): Promise<void> {
    await this.reload(this.dataSource.manager);
  }
}
