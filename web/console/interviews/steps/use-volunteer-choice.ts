import type { CaseDetail, CaseVolunteer } from '@shared/api/generated/interviews.js';
import { useFreeVolunteers, type TalkTime } from '../case.queries.js';

/** A volunteer who can be chosen for a time. */
export interface Choosable {
  readonly volunteerId: string;
  readonly name: string;
  readonly fields: readonly string[];
}

export interface VolunteerChoice {
  /** Undefined while they are being looked for, or before there is a time. */
  readonly all: readonly Choosable[] | undefined;
  readonly error: unknown;
  readonly again: () => void;
  /** Who was chosen, if they are free. */
  readonly chosen: Choosable | null;
  /** Who joins the talk as it stands, and is not free at the time it would move to. */
  readonly lost: CaseVolunteer | null;
}

/** Who is free for a talk, with whoever joins it already where its time stays the same, and which of them is chosen. */
export function useVolunteerChoice(item: CaseDetail, time: TalkTime | null, chosenId: string): VolunteerChoice {
  const free = useFreeVolunteers(item.id, time);
  const present = item.appointment?.volunteer ?? null;
  const stays = present !== null && time !== null && isAt(item, time);
  const isListed = free.data?.some(({ volunteerId }) => volunteerId === present?.volunteerId);
  const all = free.data && [...(stays && !isListed ? [{ ...present, fields: [] }] : []), ...free.data];
  const chosen = all?.find(({ volunteerId }) => volunteerId === chosenId) ?? null;
  const lost = all && !chosen && present?.volunteerId === chosenId ? present : null;
  return { all, error: free.error, again: () => void free.refetch(), chosen, lost };
}

function isAt({ appointment }: CaseDetail, { startAt, endAt }: TalkTime): boolean {
  if (!appointment) return false;
  return Date.parse(appointment.startAt) === Date.parse(startAt) && Date.parse(appointment.endAt) === Date.parse(endAt);
}
