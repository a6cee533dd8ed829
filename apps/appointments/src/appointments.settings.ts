import 'reflect-metadata';
import { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import { Type, plainToInstance } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsInt, IsPositive, Max, Min, ValidateNested, validateSync } from 'class-validator';

/** What repeated no-shows cost: that many missed bookings within that many days, and web and SMS are closed a while. */
export class NoShowRules {
  @IsInt() @IsPositive() count = 3;
  @IsInt() @IsPositive() withinDays = 90;
  @IsInt() @IsPositive() blockedDays = 30;
}

/** The service desk on the day (domain.md §3: check-in by code, queue number, called, served, no-show; 脱岗). */
export class DeskRules {
  /** The earliest a booking's citizen is checked in before its time. */
  @IsInt() @Min(0) @Max(720) checkInMinutesBefore = 60;
  /** So many calls, then the number may be passed over (过号). */
  @IsInt() @Min(1) @Max(10) callsBeforeLeaving = 3;
  /** An open window that calls nobody for longer than this while citizens wait for it is a post left ([S]: 10). */
  @IsInt() @IsPositive() postLeftMinutes = 10;
}

/** Citizens who ask to be contacted: their clock, and what they may wish for. */
export class ContactRules {
  /** Hours of real time in which the office contacts who asked for service outside opening hours ([S]: 24). */
  @IsInt() @IsPositive() @Max(240) withinHours = 24;
  /** 催办 and 黄牌 so many hours before the end. */
  @IsInt() @IsPositive() cardHoursBefore = 2;
  /** How many days ahead a time may be wished for. */
  @IsInt() @IsPositive() @Max(365) wishDays = 60;
}

/** The duty roster (domain.md §3, 值班、轮休). */
export class RosterSettings {
  /** Sessions one person may be on duty in on one day. */
  @IsInt() @Min(1) @Max(4) sessionsADay = 3;
  /** A rest half-day worked is given back within so many days. */
  @IsInt() @IsPositive() @Max(92) restWithinDays = 14;
  /** The longest period of one roster. */
  @IsInt() @IsPositive() @Max(62) longestDays = 31;
  /** Turns of so many days back count when turns are shared. */
  @IsInt() @IsPositive() @Max(731) balanceDays = 365;
  /** How long a proposal is worked on. */
  @IsInt() @IsPositive() @Max(60) solverSeconds = 10;
}

/** What extended service (延时服务) promises, in numbers (domain.md §3 [S]; how long a half-day is: [D]). */
export class ExtendedServiceRules {
  /** Minutes open that make a half-day. */
  @IsInt() @Min(60) @Max(480) halfDayMinutes = 180;
  /** Half-days in each of National Day and Spring Festival. */
  @IsInt() @Min(0) holidayHalfDays = 2;
  /** From so many days on a holiday's last day is open. */
  @IsInt() @Min(2) longHolidayDays = 7;
}

/** All numbers a county may set for itself. Each is a [D] of domain.md §3; no rule holds one as a literal. */
export class AppointmentsSettings {
  /** How long a chosen slot is kept for somebody who has not confirmed it. */
  @IsInt() @Min(1) @Max(60) holdMinutes = 5;
  /** How many days ahead can be booked. */
  @IsInt() @Min(1) @Max(365) horizonDays = 30;
  /** Citizens cancel and move up to so many minutes before the start; staff at any time. */
  @IsInt() @Min(0) cancelUntilMinutes = 120;
  /** What is kept for the green channel and still free is anybody's so many hours before the session begins. */
  @IsInt() @Min(0) greenReleaseHours = 24;
  /** 窗口有群众不下班: a slot may end up to so many minutes after closing. */
  @IsInt() @Min(0) @Max(120) graceMinutes = 15;
  /** Slots begin every so many minutes, counted from the beginning of their session. */
  @IsInt() @Min(5) @Max(60) gridMinutes = 15;
  /** How long a freed slot is offered to the next in line. */
  @IsInt() @Min(1) waitlistOfferMinutes = 30;
  /** Hours before the start at which the citizen is reminded. */
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsInt({ each: true })
  @IsPositive({ each: true })
  remindersHours: number[] = [24, 2];
  @ValidateNested() @Type(() => ExtendedServiceRules) extendedService = new ExtendedServiceRules();
  @ValidateNested() @Type(() => NoShowRules) noShows = new NoShowRules();
  @ValidateNested() @Type(() => ContactRules) contact = new ContactRules();
  @ValidateNested() @Type(() => DeskRules) desk = new DeskRules();
  @ValidateNested() @Type(() => TalkLimits) dialogue = new TalkLimits();
  @ValidateNested() @Type(() => RosterSettings) rosters = new RosterSettings();
  /** From so many minutes after its start on, a booking whose citizen has not come may be called missed. */
  @IsInt() @Min(0) lateMinutes = 15;
  /** People in one booking; the database allows no more than 5. */
  @IsInt() @Min(1) @Max(5) maxPeople = 5;
}

/**
 * The settings from `APPOINTMENTS_SETTINGS`, a JSON object that names only what differs, e.g. `{"holdMinutes": 10}`.
 * @throws Error naming the fault: an unknown name, a wrong type, a number out of range
 */
export function appointmentsSettings(json: string | undefined): AppointmentsSettings {
  const settings = plainToInstance(AppointmentsSettings, JSON.parse(json ?? '{}'), { exposeDefaultValues: true });
  const faults = validateSync(settings, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length > 0) throw new Error(`APPOINTMENTS_SETTINGS: ${faults.map(String).join('; ')}`);
  return settings;
}
