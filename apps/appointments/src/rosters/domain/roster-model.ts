import { isRestDayTurn, turnFinder } from './balance.js';
import { couldServe, demandKey } from './check-roster.js';
import { demandsOf } from './demands.js';
import { LinearProgram, type Term } from './linear-program.js';
import {
  HALF_DAYS,
  isAbsent,
  NO_TURNS,
  owedHalfDays,
  seatOf,
  SHARED_TURNS,
  type Demand,
  type Duty,
  type HalfDay,
  type Rest,
  type RosterFrame,
  type SharedTurn,
} from './roster.js';

/** What an uneven or unkind roster costs beside another; only their order of size matters. */
const COST = {
  /** For each turn of a kind that whoever has most of it has. */
  mostTurns: 30,
  /** For a person's first turn of a kind; twice that for the second, and so on. */
  furtherTurn: 2,
  /** For each half-day still owed at the end of the period. */
  owedAtEnd: 6,
  /** For each day that a half-day is owed: what is worked on a weekend comes back soon. */
  owedADay: 0.05,
  /** For the B person on daily work while A could be there. */
  bPerson: 1,
  /** For each person who leads on a day: one leader a day rather than one a session. */
  leaderADay: 1,
};

/** What variables of a solved model stand for. Values of others are left out. */
export type Solution = ReadonlyMap<string, number>;

/** A demand with its place among the frame's, and the officers who could serve by themselves. */
interface Open {
  readonly demand: Demand;
  readonly at: number;
  /** Places of officers in the frame. */
  readonly by: readonly number[];
}

/**
 * First question to the solver: which demands can be filled at all? Each may stay open at a price of one, so the
 * answer leaves open as few as possible, and shows which.
 * @returns a programme in LP format whose variables `open<demand>` and `on<demand>_<officer>` are 0 or 1
 */
export function fillingModel(frame: RosterFrame): string {
  const program = new LinearProgram();
  const open = openDemands(frame, demandsOf(frame.days));
  for (const { at, by } of open) {
    program.cost(1, left(at));
    program.binary(left(at));
    for (const officer of by) program.binary(on(at, officer));
    program.row([[1, left(at)], ...by.map((officer): Term => [1, on(at, officer)])], '=', 1);
  }
  onePlaceAtATime(program, frame, open, new Set());
  notAllDay(program, frame, open);
  return program.toText();
}

/** The demands that the answer to `fillingModel` leaves open. */
export function leftOpen(frame: RosterFrame, solution: Solution): Demand[] {
  return demandsOf(frame.days).filter((_, at) => isOne(solution, left(at)));
}

/**
 * Second question: who takes which duty, and when are half-days given back (轮休), so that noon, evening, weekend and
 * holiday turns are shared as evenly as can be, with what was carried into the period?
 * @param leaveOpen demands that nobody can fill; all others are filled
 * @returns a programme in LP format; its variables are read by `dutiesOf` and `restsOf`
 */
export function sharingModel(frame: RosterFrame, leaveOpen: readonly Demand[]): string {
  const program = new LinearProgram();
  const given = new Set(leaveOpen.map(demandKey));
  const open = openDemands(frame, demandsOf(frame.days)).filter(({ demand }) => !given.has(demandKey(demand)));
  for (const { at, by } of open) {
    for (const officer of by) program.binary(on(at, officer));
    program.row(
      by.map((officer): Term => [1, on(at, officer)]),
      '=',
      1,
    );
  }
  const rests = restChoices(frame, open);
  for (const name of rests) program.binary(name);
  onePlaceAtATime(program, frame, open, rests);
  notAllDay(program, frame, open);
  shareTurns(program, frame, open);
  giveBack(program, frame, open, rests);
  preferA(program, frame, open);
  oneLeaderADay(program, frame, open);
  return program.toText();
}

/** The duties of the answer to `sharingModel`, by day, session and post. */
export function dutiesOf(frame: RosterFrame, solution: Solution): Duty[] {
  return openDemands(frame, demandsOf(frame.days)).flatMap(({ demand, at, by }) =>
    by
      .filter((officer) => isOne(solution, on(at, officer)))
      .flatMap((place) => frame.officers[place] ?? [])
      .map(({ id }): Duty => ({ ...demand, officerId: id, role: demand.postId === null ? 'leader' : 'post' })),
  );
}

/** The half-days given back in the answer to `sharingModel`, by officer and day. */
export function restsOf(frame: RosterFrame, solution: Solution): Rest[] {
  return frame.officers.flatMap(({ id }, officer) =>
    frame.days.flatMap(({ day }, at) =>
      halfDays()
        .filter((half) => isOne(solution, rest(officer, at, half)))
        .map((session) => ({ officerId: id, day, session })),
    ),
  );
}

function openDemands(frame: RosterFrame, demands: readonly Demand[]): Open[] {
  return demands.map((demand, at) => ({
    demand,
    at,
    by: frame.officers.flatMap((officer, place) => (couldServe(frame, officer, demand) ? [place] : [])),
  }));
}

/** Nobody is in two places in one session, nor anywhere in a half-day given back. */
function onePlaceAtATime(
  program: LinearProgram,
  frame: RosterFrame,
  open: readonly Open[],
  rests: ReadonlySet<string>,
): void {
  for (const [officer] of frame.officers.entries()) {
    for (const [at, { day, sessions }] of frame.days.entries()) {
      for (const { session } of sessions) {
        const here = open.filter((one) => one.demand.day === day && one.demand.session === session);
        const off = halfDays()
          .filter((half) => HALF_DAYS[half].some((name) => name === session))
          .map((half) => rest(officer, at, half))
          .filter((name) => rests.has(name));
        const terms = [...turnsOf(here, officer), ...off.map((name): Term => [1, name])];
        if (terms.length > 1) program.row(terms, '<=', 1);
      }
    }
  }
}

/** Nobody is on duty in more sessions of a day than the rule allows. */
function notAllDay(program: LinearProgram, { officers, days, rules }: RosterFrame, open: readonly Open[]): void {
  for (const { day, sessions } of days) {
    if (sessions.length <= rules.sessionsADay) continue;
    const ofDay = open.filter(({ demand }) => demand.day === day);
    for (const [officer] of officers.entries()) program.row(turnsOf(ofDay, officer), '<=', rules.sessionsADay);
  }
}

/**
 * Each kind of shared turn by itself: as little as can be for whoever has most, and each further turn of a person costs
 * more than the one before, so that they go to whoever has fewer. The second also evens out turns among a few who
 * share a post, where others have far more.
 */
function shareTurns(program: LinearProgram, frame: RosterFrame, open: readonly Open[]): void {
  const turnOfDemand = turnFinder(frame.days);
  for (const kind of SHARED_TURNS) {
    const turns = open.filter(({ demand }) => turnOfDemand(demand) === kind);
    const sharers = frame.officers.flatMap((_, officer) => (turnsOf(turns, officer).length > 0 ? [officer] : []));
    const least = Math.min(...sharers.map((officer) => carriedTurns(frame, officer, kind)));
    if (sharers.length > 0) program.cost(COST.mostTurns, `most_${kind}`);
    for (const officer of sharers) {
      const own = turnsOf(turns, officer);
      const carried = carriedTurns(frame, officer, kind) - least;
      program.row([[1, `most_${kind}`], ...negated(own)], '>=', carried);
      const further = own.map((_, i) => `further_${kind}_${officer}_${i}`);
      for (const [i, name] of further.entries()) {
        program.atMostOne(name);
        program.cost(COST.furtherTurn * (carried + i + 1), name);
      }
      program.row([...further.map((name): Term => [1, name]), ...negated(own)], '=', 0);
    }
  }
}

/** What is owed after a day is what was owed before it and worked on it, less what is given back; it is never less than nothing. */
function giveBack(program: LinearProgram, frame: RosterFrame, open: readonly Open[], rests: ReadonlySet<string>): void {
  const turnOfDemand = turnFinder(frame.days);
  const worked = open.filter(({ demand }) => isRestDayTurn(turnOfDemand(demand)));
  for (const [officer] of frame.officers.entries()) {
    if (!mayBeOwed(frame, worked, officer)) continue;
    let before: Term[] = [];
    let bound = carriedHalfDays(frame, officer);
    for (const [at, { day }] of frame.days.entries()) {
      const gained = turnsOf(
        worked.filter(({ demand }) => demand.day === day),
        officer,
      );
      const back = halfDays()
        .map((half) => rest(officer, at, half))
        .filter((name) => rests.has(name));
      if (gained.length === 0 && back.length === 0) continue;
      const owed = `owed${officer}_${at}`;
      program.row([[1, owed], ...before, ...negated(gained), ...back.map((name): Term => [1, name])], '=', bound);
      program.cost(COST.owedADay, owed);
      before = [[-1, owed]];
      bound = 0;
    }
    for (const [, owed] of before) program.cost(COST.owedAtEnd, owed);
  }
}

/** Daily work is the A person's; B is there for when A is not. */
function preferA(program: LinearProgram, frame: RosterFrame, open: readonly Open[]): void {
  const turnOfDemand = turnFinder(frame.days);
  for (const { demand, at, by } of open) {
    const post = frame.posts.find(({ id }) => id === demand.postId);
    if (!post || turnOfDemand(demand) !== 'ordinary') continue;
    for (const officer of by) {
      if (seatOf(post, frame.officers[officer]?.id ?? '') === 'B') program.cost(COST.bPerson, on(at, officer));
    }
  }
}

function oneLeaderADay(program: LinearProgram, frame: RosterFrame, open: readonly Open[]): void {
  for (const [at, { day }] of frame.days.entries()) {
    const lead = open.filter(({ demand }) => demand.day === day && demand.postId === null);
    if (lead.length < 2) continue;
    for (const [officer] of frame.officers.entries()) {
      const turns = turnsOf(lead, officer);
      if (turns.length === 0) continue;
      program.cost(COST.leaderADay, `leads${officer}_${at}`);
      for (const turn of turns) program.row([[1, `leads${officer}_${at}`], ...negated([turn])], '>=', 0);
    }
  }
}

/** Half-days that may be given back: of working days, to whoever may be owed some and is not away. */
function restChoices(frame: RosterFrame, open: readonly Open[]): Set<string> {
  const turnOfDemand = turnFinder(frame.days);
  const worked = open.filter(({ demand }) => isRestDayTurn(turnOfDemand(demand)));
  return new Set(
    frame.officers.flatMap((officer, place) => {
      if (!officer.active || !mayBeOwed(frame, worked, place)) return [];
      return frame.days.flatMap(({ day, kind }, at) =>
        kind === 'working' && !isAbsent(officer, day) ? halfDays().map((half) => rest(place, at, half)) : [],
      );
    }),
  );
}

function mayBeOwed(frame: RosterFrame, worked: readonly Open[], officer: number): boolean {
  return carriedHalfDays(frame, officer) > 0 || worked.some(({ by }) => by.includes(officer));
}

function carriedHalfDays({ officers, carried }: RosterFrame, officer: number): number {
  return Math.max(0, owedHalfDays(carried.get(officers[officer]?.id ?? '') ?? NO_TURNS));
}

function carriedTurns({ officers, carried }: RosterFrame, officer: number, kind: SharedTurn): number {
  return carried.get(officers[officer]?.id ?? '')?.[kind] ?? 0;
}

function turnsOf(open: readonly Open[], officer: number): Term[] {
  return open.filter(({ by }) => by.includes(officer)).map(({ at }) => [1, on(at, officer)]);
}

function negated(terms: readonly Term[]): Term[] {
  return terms.map(([factor, name]) => [-factor, name]);
}

function isOne(solution: Solution, variable: string): boolean {
  return (solution.get(variable) ?? 0) > 0.5;
}

const on = (demand: number, officer: number): string => `on${demand}_${officer}`;
const left = (demand: number): string => `open${demand}`;
const rest = (officer: number, day: number, half: HalfDay): string => `rest${officer}_${day}_${half}`;
const halfDays = (): HalfDay[] => ['morning', 'afternoon'];
