import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { justAfter } from '../days/just-after.js';
import type { InterviewCase } from './case.entity.js';
import { limitPoints } from './domain/limits.js';

export const INTERVIEW_REMINDER = 'interview.reminder';
export const INTERVIEW_YELLOW_CARD = 'interview.yellow-card';
export const INTERVIEW_OVERDUE = 'interview.overdue';

/** There are two points of 催办 (domain.md §2). */
const REMINDERS = [1, 2] as const;

/** The timers of a round's limit. Their key names case and round, so that a timer of an earlier round is recognised. */
@Injectable()
export class LimitTimers {
  constructor(
    private readonly timers: Timers,
    private readonly calendars: CalendarSource,
  ) {}

  /** Starts the limit of a case's present round. */
  async start(em: EntityManager, item: InterviewCase): Promise<void> {
    await this.set(em, item, this.calendars.current(), item.roundOpenedAt);
  }

  /** Sets a limit's timers anew by a changed calendar; what has come due before is not done again. */
  async move(em: EntityManager, item: InterviewCase, calendar: WorkingCalendar, now: Date): Promise<void> {
    await this.stop(em, item);
    await this.set(em, item, calendar, now);
  }

  /** Ends the limit: the talk has been held. */
  async stop(em: EntityManager, item: InterviewCase): Promise<void> {
    for (const n of REMINDERS) await this.timers.cancel(em, INTERVIEW_REMINDER, limitKey(item, n));
    await this.timers.cancel(em, INTERVIEW_YELLOW_CARD, limitKey(item));
    await this.timers.cancel(em, INTERVIEW_OVERDUE, limitKey(item));
  }

  /** Sets the timers of the points that lie behind an instant. */
  private async set(em: EntityManager, item: InterviewCase, calendar: WorkingCalendar, after: Date): Promise<void> {
    const { reminders, yellowAt, overdueAt } = limitPoints(calendar, item.roundOpenedAt, item.dueAt);
    for (const [i, dueAt] of reminders.entries()) {
      if (dueAt > after) await this.timers.set(em, { kind: INTERVIEW_REMINDER, key: limitKey(item, i + 1), dueAt });
    }
    if (yellowAt && yellowAt > after) {
      await this.timers.set(em, { kind: INTERVIEW_YELLOW_CARD, key: limitKey(item), dueAt: yellowAt });
    }
    await this.timers.set(em, { kind: INTERVIEW_OVERDUE, key: limitKey(item), dueAt: justAfter(overdueAt) });
  }
}

function limitKey(item: Pick<InterviewCase, 'id' | 'round'>, n?: number): string {
  return [item.id, item.round, ...(n === undefined ? [] : [n])].join(':');
}

/** Case and round a limit's timer is about. */
export function readLimitKey(key: string): { caseId: string; round: number } {
  const [caseId = '', round] = key.split(':');
  return { caseId, round: Number(round) };
}
