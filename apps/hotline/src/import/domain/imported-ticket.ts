import { CalendarYearMissing, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { planWorkingDays, type ClockPlan } from '../../clocks/domain/clock-plan.js';
import { subjectOf, type Elements } from '../../tickets/domain/elements.js';
import type { ImportedRequest } from './request-row.js';

/**
 * Where an imported ticket comes from: of one reference there is one ticket, however often it is imported.
 * @param source names the system the request comes from; its numbers count for themselves
 */
export function importRef(source: string, { number }: ImportedRequest): string {
  return `${source}:${number}`;
}

/** What an imported request is as a ticket, besides its number and ids. */
export interface ImportedTicket {
  readonly request: ImportedRequest;
  readonly importRef: string;
  readonly kind: RequestKind;
  readonly subject: string;
  readonly elements: Elements;
  readonly registeredAt: Date;
  /** Replied to elsewhere, it is history: struck off. Else it is open, and the hotline has to dispatch it. */
  readonly handled: {
    readonly reply: string;
    readonly repliedAt: Date;
    /** The reply limit as it would have run; `null` where it touches a year without a published calendar. */
    readonly clock: ClockPlan | null;
    readonly inTime: boolean | null;
  } | null;
}

/**
 * Makes a ticket of an imported request. Its reply limit is that of its kind and runs from the time the request came
 * in: when it was dispatched in the other system, its list does not say.
 * @param limits working days by kind
 */
export function importedTicket(
  request: ImportedRequest,
  source: string,
  calendar: WorkingCalendar,
  limits: Readonly<Record<RequestKind, number>>,
): ImportedTicket {
  const { kind, registeredAt, reply } = request;
  const clock = reply && replyClock(calendar, registeredAt, limits[kind]);
  return {
    request,
    importRef: importRef(source, request),
    kind,
    subject: subjectOf(request.subject),
    elements: { when: null, where: null, who: null, what: matter(request), why: null, which: null, result: null },
    registeredAt,
    handled: reply && { reply: reply.text, repliedAt: reply.at, clock, inTime: clock && reply.at <= clock.dueAt },
  };
}

/** 何事: what was written; after the subject, where that is too long to stand whole in a list. */
function matter({ subject, content }: ImportedRequest): string {
  return subjectOf(subject) === subject ? content : `${subject}\n${content}`;
}

function replyClock(calendar: WorkingCalendar, startedAt: Date, days: number): ClockPlan | null {
  try {
    return planWorkingDays(calendar, 'reply', startedAt, days);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}
