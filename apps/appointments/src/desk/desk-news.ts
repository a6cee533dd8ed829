import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { CommittedEvents } from '@app/common/http/committed-events.js';
import { EventStream, type StreamEvent } from '@app/common/http/event-stream.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A site's day at the office, `YYYY-MM-DD`. */
export interface SiteDay {
  readonly siteId: string;
  readonly day: string;
}

/** Tells the clerks' screens, after the commit, that a site's day has changed. */
@Injectable()
export class DeskNews {
  constructor(
    private readonly events: CommittedEvents,
    private readonly stream: EventStream,
    private readonly calendars: CalendarSource,
  ) {}

  tell(em: EntityManager, about: SiteDay): void {
    this.events.add(em, changed(about));
  }

  /**
   * Tells of a booking that is made, moved or cancelled for today: of the days ahead no clerk's screen shows any.
   * @param em null: it is committed already
   */
  booked(em: EntityManager | null, about: SiteDay, now: Date): void {
    if (about.day !== dayOf(this.calendars.current(), now)) return;
    if (em) this.tell(em, about);
    else this.stream.publish(changed(about));
  }
}

function changed({ siteId, day }: SiteDay): StreamEvent {
  return { type: 'desk', data: { siteId, day }, audience: { roles: ['operator', 'supervisor', 'handler'] } };
}
