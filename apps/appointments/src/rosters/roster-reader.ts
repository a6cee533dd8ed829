import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { toPage } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { NO_TURNS, owedHalfDays } from './domain/roster.js';
import { OfficerRepository } from './officers.repository.js';
import { RosterFrames } from './roster-frames.js';
import { rosterDetail, rosterRow } from './roster-view.js';
import type { BalanceList, RosterDetail, RosterListQuery, RosterPage } from './roster.dto.js';
import { RosterRepository } from './rosters.repository.js';

/** Rosters as people read them. */
@Injectable()
export class RosterReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rosters: RosterRepository,
    private readonly officers: OfficerRepository,
    private readonly frames: RosterFrames,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  async list(query: RosterListQuery): Promise<RosterPage> {
    const rows = await this.rosters.list(this.dataSource.manager, query);
    const page = toPage(rows, query.limit, ({ fromDay, id }) => [fromDay, id], rosterRow);
    return { items: [...page.items], next: page.next };
  }

  /** @throws NotFound */
  detail(id: string): Promise<RosterDetail> {
    // One snapshot: duties and absences belong together.
    return this.dataSource.transaction('REPEATABLE READ', (em) => this.detailIn(em, id));
  }

  /**
   * In the transaction of a change.
   * @throws NotFound
   */
  async detailIn(em: EntityManager, id: string): Promise<RosterDetail> {
    const roster = await this.rosters.find(em, id);
    if (!roster) throw new NotFound();
    const frame = await this.frames.read(em, roster.siteId, roster, roster.id);
    const { sessions } = this.calendars.current();
    return rosterDetail(roster, frame, await this.rosters.assignments(em, id), sessions);
  }

  /**
   * What each officer who works at a site has done in published rosters, up to and with today.
   * @throws NotFound
   */
  async balance(siteId: string): Promise<BalanceList> {
    const em = this.dataSource.manager;
    if (!(await this.officers.siteExists(em, siteId))) throw new NotFound();
    const today = dayOf(this.calendars.current(), this.clock.now());
    const since = shiftDay(today, -this.settings.rosters.balanceDays);
    const turns = await this.officers.turns(em, siteId, { fromDay: since, beforeDay: shiftDay(today, 1) });
    const officers = await this.officers.rostered(em, siteId, { fromDay: today, toDay: today }, null);
    return {
      since,
      items: officers.map(({ id, name }) => {
        const own = turns.get(id) ?? NO_TURNS;
        return { officerId: id, name, turns: own, owedHalfDays: owedHalfDays(own) };
      }),
    };
  }
}
