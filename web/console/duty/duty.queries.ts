import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  absenceEnd,
  absenceList,
  absenceReport,
  rosterAdd,
  rosterChange,
  rosterList,
  rosterPropose,
  rosterPublish,
  rosterRead,
  rosterRemove,
  rosterRest,
  rosterSwap,
  rosterWithdraw,
  type AbsenceBody,
  type DutyBody,
  type Proposal,
  type ProposalBody,
  type RestBody,
  type RosterDetail,
} from '@shared/api/generated/appointments.js';
import { randomKey } from '@shared/http/idempotency-key.js';
import { under } from '../api/client.js';
import { useScheduleNews } from '../schedule/use-schedule-news.js';

/** Rosters and absences of one site: more than a planner has in hand at any time. */
const MOST = 100;

const rosterKey = (id: string) => ['rosters', 'one', id] as const;
const ROSTERS = ['rosters', 'list'] as const;
const absencesKey = (siteId: string) => ['absences', siteId] as const;

/** Keeps the screen as another planner leaves it: rosters, who is away, officers. */
export function useFollowedDuty(siteId: string): void {
  useScheduleNews(siteId, [['rosters'], absencesKey(siteId), ['officers', siteId], ['catalogue', 'seats', siteId]]);
}

/** The rosters of a site, the latest period first; those that were given up are left out. */
export function useRosters(siteId: string) {
  return useQuery({
    queryKey: [...ROSTERS, siteId],
    queryFn: () => rosterList(siteId, { limit: MOST }),
    select: (page) => page.items.filter(({ state }) => state !== 'withdrawn'),
  });
}

export function useRoster(id: string) {
  return useQuery({ queryKey: rosterKey(id), queryFn: () => rosterRead(id) });
}

/** A draft for a period; what the solver could not fill comes with it. */
export function usePropose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, signal }: { body: ProposalBody; signal: AbortSignal }): Promise<Proposal> =>
      rosterPropose(body, { ...under({ key: randomKey() }), signal }),
    onSuccess: async ({ roster }) => {
      client.setQueryData(rosterKey(roster.id), roster);
      await client.invalidateQueries({ queryKey: ROSTERS });
    },
  });
}

/** What a planner does to a roster, each on the version on the screen. */
export function useRosterActs({ id, version }: RosterDetail) {
  const client = useQueryClient();
  const options = under({ version });
  const then = async (done: Promise<RosterDetail>): Promise<RosterDetail> => {
    try {
      const roster = await done;
      client.setQueryData(rosterKey(id), roster);
      return roster;
    } catch (error) {
      // Refused: perhaps somebody else was faster, and the page has to show it.
      await client.invalidateQueries({ queryKey: rosterKey(id) });
      throw error;
    }
  };
  const thenLists = async (done: Promise<RosterDetail>): Promise<void> => {
    await then(done);
    await client.invalidateQueries({ queryKey: ROSTERS });
  };
  return {
    add: (body: DutyBody) => then(rosterAdd(id, body, options)),
    change: (dutyId: string, officerId: string) => then(rosterChange(id, dutyId, { officerId }, options)),
    remove: (dutyId: string) => then(rosterRemove(id, dutyId, options)),
    swap: (dutyId: string, otherDutyId: string) => then(rosterSwap(id, { dutyId, otherDutyId }, options)),
    rest: (body: RestBody) => then(rosterRest(id, body, options)),
    publish: () => thenLists(rosterPublish(id, options)),
    withdraw: () => thenLists(rosterWithdraw(id, options)),
  };
}

export type RosterActs = ReturnType<typeof useRosterActs>;

/** Who is away, the first to begin first. */
export function useAbsences(siteId: string) {
  return useQuery({
    queryKey: absencesKey(siteId),
    queryFn: () => absenceList(siteId, { limit: MOST }),
    select: (page) => page.items,
  });
}

/** An absence moves duties in every published roster of the site: all of them are read again. */
export function useAbsenceActs(siteId: string) {
  const client = useQueryClient();
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done;
    await Promise.all([
      client.invalidateQueries({ queryKey: absencesKey(siteId) }),
      client.invalidateQueries({ queryKey: ['rosters', 'one'] }),
    ]);
    return answer;
  };
  return {
    report: (body: AbsenceBody) => then(absenceReport(body, under({ key: randomKey() }))),
    end: (id: string, lastDay?: string) => then(absenceEnd(id, lastDay === undefined ? {} : { lastDay })),
  };
}
