import { volunteerOf } from '../appointments/appointment.js';
import type { UnitName } from '../units/unit-names.js';
import type {
  CaseAppointment,
  CaseMinutes,
  CasePlan,
  CaseRoundDto,
  CaseRow,
  CaseVerification,
  LostVolunteer,
} from './case.dto.js';
import type { InterviewCase } from './case.entity.js';
import type { InterviewRound } from './round.entity.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A case as a line of a list. */
export function caseRow(item: InterviewCase, unit: UnitName, clock: CaseRow['clock']['state']): CaseRow {
  return {
    id: item.id,
    caseNumber: item.caseNumber,
    ticketId: item.ticketId,
    ticketNumber: item.ticketNumber,
    kind: item.kind,
    subject: item.confidential ? null : item.subject,
    confidential: item.confidential,
    unitId: item.unitId,
    unitNameZh: unit.nameZh,
    unitNameEn: unit.nameEn,
    state: item.state,
    round: item.round,
    tier: item.tier,
    openedAt: item.openedAt.toISOString(),
    dueAt: item.dueAt.toISOString(),
    clock: { state: clock, dueAt: clock === 'none' || clock === 'done' ? null : item.dueAt.toISOString() },
    card: item.card,
    heldAt: iso(item.heldAt),
    version: item.version,
  };
}

/** A round in full. */
export function roundDto(round: InterviewRound): CaseRoundDto {
  return {
    round: round.round,
    openedAt: round.openedAt.toISOString(),
    dueAt: round.dueAt.toISOString(),
    rootCause: round.rootCause,
    plan: planOf(round),
    appointment: appointmentOf(round),
    minutes: minutesOf(round),
    verification: verificationOf(round),
  };
}

/** A round for a reader who may know that it is, and how it stands, but none of its words. */
export function redactedRound(round: InterviewRound): CaseRoundDto {
  const bare = roundDto(round);
  return { ...bare, rootCause: null, plan: null, appointment: null, minutes: null, verification: null };
}

function planOf(round: InterviewRound): CasePlan | null {
  if (round.planClass === null || round.plan === null) return null;
  return { class: round.planClass, plan: round.plan, legalBasis: round.legalBasis ?? [] };
}

function appointmentOf(round: InterviewRound): CaseAppointment | null {
  if (round.place === null || round.startAt === null || round.endAt === null) return null;
  const volunteer = volunteerOf(round);
  return {
    place: round.place,
    roomId: round.roomId,
    nameZh: round.placeNameZh ?? '',
    nameEn: round.placeNameEn ?? '',
    address: round.address ?? '',
    startAt: round.startAt.toISOString(),
    endAt: round.endAt.toISOString(),
    bookingId: round.bookingId,
    volunteer: volunteer && { volunteerId: volunteer.volunteerId, name: volunteer.name },
    volunteerLost: lostOf(round),
  };
}

function lostOf({ volunteerLostName: name, volunteerLostWhy: why }: InterviewRound): LostVolunteer | null {
  return name === null || why === null ? null : { name, why };
}

function minutesOf(round: InterviewRound): CaseMinutes | null {
  if (round.heldAt === null || round.minutes === null || round.outcome === null || round.recordedAt === null) {
    return null;
  }
  return {
    heldAt: round.heldAt.toISOString(),
    attendees: round.attendees ?? [],
    minutes: round.minutes,
    outcome: round.outcome,
    recordedBy: round.recordedBy ?? '',
    recordedAt: round.recordedAt.toISOString(),
    inTime: round.inTime ?? false,
  };
}

function verificationOf(round: InterviewRound): CaseVerification | null {
  if (round.verificationMethod === null || round.satisfied === null || round.verifiedAt === null) return null;
  return {
    method: round.verificationMethod,
    satisfied: round.satisfied,
    progress: round.progress ?? '',
    criticism: round.criticism,
    advice: round.advice,
    verifiedAt: round.verifiedAt.toISOString(),
    verifiedBy: round.verifiedBy ?? '',
  };
}
