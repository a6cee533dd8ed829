import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  officerAdd,
  officerChange,
  officerList,
  type OfficerBody,
  type OfficerChange,
  type OfficerRow,
} from '@shared/api/generated/appointments.js';
import { randomKey } from '@shared/http/idempotency-key.js';
import { under } from '../api/client.js';
import { thenRead } from '../controls/read-again.js';

/** Far more than serve at any site. */
const MOST_OFFICERS = 100;

const officersKey = (siteId: string | null) => ['officers', siteId] as const;

/** Everybody who serves at a site or did, by name. */
export function useAllOfficers(siteId: string | null) {
  return useQuery({
    queryKey: officersKey(siteId),
    queryFn: () => officerList(siteId ?? '', { limit: MOST_OFFICERS }),
    enabled: siteId !== null,
    select: (page) => page.items.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  });
}

/** The officers of a site who may be put on duty. */
export function useOfficers(siteId: string | null) {
  const all = useAllOfficers(siteId);
  return { error: all.error, data: all.data?.filter(({ active }) => active) };
}

/** What a planner changes about a site's officers; after each, also after a refusal, they are read again. */
export function useOfficerActs() {
  const client = useQueryClient();
  // A roster names its officers and what they are not qualified for.
  const then = <T>(done: Promise<T>, siteId: string) =>
    thenRead(client, done, [officersKey(siteId), ['rosters', 'one']]);
  return {
    add: (body: OfficerBody) => then(officerAdd(body, under({ key: randomKey() })), body.siteId),
    change: ({ id, siteId, version }: OfficerRow, body: OfficerChange) =>
      then(officerChange(id, body, under({ version })), siteId),
  };
}
