import type { SessionName } from '@app/common/calendar/calendar.js';
import type { ItemClass, MaterialDto } from '../catalogue/item.dto.js';
import type { BookingChannel, PatternSession, WindowKind } from '../schedule/domain/site-schedule.js';

export interface CountySite {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly address: string;
  readonly directionsZh: string;
  readonly directionsEn: string;
  readonly accessibility: readonly string[];
  readonly phone: string;
}

export interface CountyItem {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly class: ItemClass;
  readonly durationMinutes: number;
  readonly feeCents: number;
  readonly limitDays: number;
  readonly legalBasisZh: string;
  readonly legalBasisEn: string;
  readonly greenChannel: boolean;
  readonly representative: boolean;
  readonly homeVisit: boolean;
  readonly groups: boolean;
  /** The material lists, version 1 first. */
  readonly materials: readonly (readonly MaterialDto[])[];
}

export interface CountyWindow {
  readonly id: string;
  readonly siteId: string;
  readonly postId: string | null;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: WindowKind;
  readonly travelMinutes: number;
  readonly items: readonly string[];
  readonly pattern: readonly PatternSession[];
}

export interface CountyOfficer {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  readonly qualifications: readonly string[];
  readonly mayLead: boolean;
}

export interface CountyPost {
  readonly id: string;
  readonly siteId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly qualifications: readonly string[];
  readonly aOfficerId: string;
  readonly bOfficerId: string;
}

export interface CountyRoom {
  readonly id: string;
  readonly siteId: string;
  readonly unitId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly place: string;
  readonly seats: number;
}

export interface CountyVolunteer {
  readonly id: string;
  /** Their account; null where they have none. */
  readonly staffId: string | null;
  readonly name: string;
  /** What they know: `land`, `labour`, … */
  readonly fields: readonly string[];
  readonly hours: readonly { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }[];
}

/** A county's catalogue and network, ready to be written. */
export interface County {
  readonly sites: readonly CountySite[];
  readonly items: readonly CountyItem[];
  readonly offers: readonly { siteId: string; itemCode: string; channels: readonly BookingChannel[] }[];
  readonly officers: readonly CountyOfficer[];
  readonly posts: readonly CountyPost[];
  readonly windows: readonly CountyWindow[];
  readonly rooms: readonly CountyRoom[];
  readonly volunteers: readonly CountyVolunteer[];
}

/** A session of every given weekday. */
export function sessions(
  weekdays: readonly number[],
  session: SessionName,
  [fromMinute, toMinute]: readonly [number, number],
  { capacity = 1, greenMinutes = 0 }: { capacity?: number; greenMinutes?: number } = {},
): PatternSession[] {
  return weekdays.map((weekday) => ({ weekday, session, fromMinute, toMinute, capacity, greenMinutes }));
}
