import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  scheduleAdminCheck,
  scheduleAdminClose,
  scheduleAdminListClosures,
  scheduleAdminListExceptions,
  scheduleAdminListPublications,
  scheduleAdminMakeException,
  scheduleAdminPublish,
  scheduleAdminTakeClosureBack,
  scheduleAdminTakeExceptionBack,
  windowChangePattern,
  windowList,
  type NewClosureBody,
  type NewExceptionBody,
  type PatternSessionDto,
  type WindowRow,
} from '@shared/api/generated/appointments.js';
import { randomKey } from '@shared/http/idempotency-key.js';
import { under } from '../api/client.js';
import { thenRead } from '../controls/read-again.js';
import { useScheduleNews } from './use-schedule-news.js';

const MOST = 100;

/** Everything of a site's schedule stands under one key: a change of one part may change what the others say. */
const scheduleKey = (siteId: string) => ['schedule', siteId] as const;

export const windowsKey = (siteId: string) => ['windows', siteId] as const;

/** Keeps the screen as another planner leaves it. */
export function useFollowedSchedule(siteId: string): void {
  useScheduleNews(siteId, [scheduleKey(siteId), windowsKey(siteId)]);
}

/** All windows of a site with their weeks, in use or not. */
export function useWindows(siteId: string) {
  return useQuery({
    queryKey: windowsKey(siteId),
    queryFn: () => windowList(siteId),
    select: (list) => list.items.toSorted((a, b) => a.code.localeCompare(b.code, undefined, { numeric: true })),
  });
}

/** Which commitments the days break, and which bookings have lost their time. */
export function useScheduleCheck(siteId: string, from: string, to: string) {
  return useQuery({
    queryKey: [...scheduleKey(siteId), 'check', from, to],
    queryFn: () => scheduleAdminCheck(siteId, from, to),
  });
}

export function usePublications(siteId: string, from: string) {
  return useQuery({
    queryKey: [...scheduleKey(siteId), 'publications', from],
    queryFn: () => scheduleAdminListPublications(siteId, from),
    select: (list) => list.items,
  });
}

/** Exceptions from a day on. */
export function useExceptions(siteId: string, from: string) {
  return useQuery({
    queryKey: [...scheduleKey(siteId), 'exceptions', from],
    queryFn: () => scheduleAdminListExceptions(siteId, { $from: from, limit: MOST }),
    select: (page) => page.items,
  });
}

/** Closures from a day on: of the site, and of the whole office. */
export function useClosures(siteId: string, from: string) {
  return useQuery({
    queryKey: [...scheduleKey(siteId), 'closures', from],
    queryFn: () => scheduleAdminListClosures({ site: siteId, $from: from, limit: MOST }),
    select: (page) => page.items,
  });
}

/** What a planner does to a site's schedule; after each all of it is read again. */
export function useScheduleActs(siteId: string) {
  const client = useQueryClient();
  const then = <T>(done: Promise<T>) => thenRead(client, done, [scheduleKey(siteId), windowsKey(siteId)]);
  const once = () => under({ key: randomKey() });
  return {
    publish: (monday: string) => then(scheduleAdminPublish({ siteId, monday })),
    close: (body: NewClosureBody) => then(scheduleAdminClose(body, once())),
    takeClosureBack: (id: string) => then(scheduleAdminTakeClosureBack(id)),
    except: (body: NewExceptionBody) => then(scheduleAdminMakeException(body, once())),
    takeExceptionBack: (id: string) => then(scheduleAdminTakeExceptionBack(id)),
    pattern: ({ id, version }: WindowRow, sessions: PatternSessionDto[]) =>
      then(windowChangePattern(id, { sessions }, under({ version }))),
  };
}
