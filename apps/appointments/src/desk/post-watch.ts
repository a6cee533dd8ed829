import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeskRules } from '../appointments.settings.js';
import { ScheduleCache } from '../slots/schedule-cache.js';
import type { DayWindow } from './desk-day.statement.js';
import { postLeftSince } from './domain/post-left.js';

/** A site and the stamp of its schedule. */
export interface StampedSite {
  readonly siteId: string;
  readonly stamp: string;
}

/** Which windows are open now: only then can their posts be left (脱岗). */
@Injectable()
export class PostWatch {
  constructor(
    private readonly schedules: ScheduleCache,
    private readonly calendars: CalendarSource,
  ) {}

  /** Since when each window of the site that is open now has been open. */
  async openSince(em: EntityManager, { siteId, stamp }: StampedSite, now: Date): Promise<Map<string, Date>> {
    const today = dayOf(this.calendars.current(), now);
    const days = (await this.schedules.at(em, new Map([[siteId, stamp]]), today)).get(siteId);
    const open = days?.openSessions(today).filter(({ startAt, endAt }) => startAt <= now && now < endAt) ?? [];
    return new Map(open.map(({ windowId, startAt }) => [windowId, startAt]));
  }
}

/**
 * Since when a window's post has been left, null where it is not.
 * @param openSince null while the window is closed
 */
export function leftSince(
  { visitId, lastActAt, waitingSince }: DayWindow,
  openSince: Date | null,
  now: Date,
  { postLeftMinutes }: Pick<DeskRules, 'postLeftMinutes'>,
): Date | null {
  const watched = {
    openSince,
    busy: visitId !== null,
    lastActAt: lastActAt === null ? null : new Date(lastActAt),
    waitingSince: waitingSince === null ? null : new Date(waitingSince),
  };
  return postLeftSince(watched, now, postLeftMinutes);
}
