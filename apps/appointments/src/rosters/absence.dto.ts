import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { PageQuery } from '@app/common/http/page.js';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import type { DUTY_SESSIONS } from './roster.dto.js';

export class AbsenceListQuery extends PageQuery {
  @IsUUID() site: string;
}

export class AbsenceBody {
  @IsUUID() officerId: string;
  /** `YYYY-MM-DD` */
  @IsCalendarDay() fromDay: string;
  /** `YYYY-MM-DD`, at most 366 days after `fromDay`. */
  @IsCalendarDay() toDay: string;
  @IsString() @Length(1, 200) reason: string;
}

export class AbsenceEnd {
  /** The last day away, before today or today; left out: yesterday was the last. */
  @IsOptional() @IsCalendarDay() lastDay?: string;
}

export class AbsenceRow {
  id: string;
  officerId: string;
  officerName: string;
  fromDay: string;
  toDay: string;
  reason: string;
  reportedAt: string;
}

export class AbsencePage {
  items: AbsenceRow[];
  next: string | null;
}

/** What became of one published duty of the absent officer. */
export class AbsentDuty {
  rosterId: string;
  dutyId: string;
  day: string;
  session: (typeof DUTY_SESSIONS)[number];
  /** Null: the day's leader. */
  postId: string | null;
  /** Who takes over; null when nobody can: the post's windows close for the session. */
  takenOverBy: string | null;
}

/** A booking whose window closes; the citizen is told. */
export class AffectedBooking {
  code: string;
  startAt: string;
}

export class AbsenceReport extends AbsenceRow {
  duties: AbsentDuty[];
  /** Bookings in sessions for which nobody could take over; their citizens have been told. */
  closed: AffectedBooking[];
}

/** What came back to the officer whose absence ended. */
export class AbsenceEnded {
  /** Ids of the duties that went back. */
  givenBack: string[];
}
