import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RuleBroken, ServiceUnavailable } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { turnFinder } from './domain/balance.js';
import { proposeRoster, type ProposedRoster } from './domain/proposal.js';
import { seatOf, type RosterFrame } from './domain/roster.js';
import { whyUnfilled } from './domain/why-unfilled.js';
import { RosterFrames } from './roster-frames.js';
import { RosterReader } from './roster-reader.js';
import type { Proposal, ProposalBody, UnfilledDuty } from './roster.dto.js';
import { RosterRepository, type NewDuty } from './rosters.repository.js';
import { RosterSolver } from './solver/roster-solver.js';

/** Nodes a search may have: far more than a month of a site has ever taken. */
const MOST_NODES = 200_000;
/** Proven to be so near the best: less than one turn of difference in a month. */
const NEAR_ENOUGH = 0.001;
/** What the second question has at least: most months are shared out well within it. */
const LEAST_SECONDS = 1;
/** After so many seconds somebody who was refused may ask again. */
const RETRY_SECONDS = 10;

/** What of a proposal is remembered for a repeated request; the roster is read anew. */
interface KeptProposal {
  readonly rosterId: string;
  readonly unfilled: UnfilledDuty[];
  readonly best: boolean;
}

/** Drafts by the solver. */
@Injectable()
export class RosterProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly rosters: RosterRepository,
    private readonly frames: RosterFrames,
    private readonly reader: RosterReader,
    private readonly solver: RosterSolver,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * A draft for a period, and what nobody can fill.
   * @param signal aborted when the planner no longer waits: nothing is kept then
   * @throws NotFound, RuleBroken `roster-period`, `nothing-open`, CalendarYearMissing, ServiceUnavailable where the time
   *   was not enough to tell what can be filled
   */
  async propose(
    actor: StaffActor,
    key: IdempotencyContext,
    body: ProposalBody,
    signal: AbortSignal,
  ): Promise<Proposal> {
    this.refusePeriod(body);
    const frame = await this.frameOf(body);
    // Solved before the transaction, which would otherwise be open for seconds; sent twice, it is solved twice and kept once.
    const proposed = await this.solve(frame, signal);
    const kept = await this.idempotency.once(key, (em) => this.keep(em, actor, body, frame, proposed));
    const { rosterId, unfilled, best } = kept;
    return { roster: await this.reader.detail(rosterId), unfilled, best };
  }

  /**
   * A draft that nobody sends twice, for the demo county.
   * @returns the roster's id
   * @throws as `propose`
   */
  async draft(actor: StaffActor, body: ProposalBody): Promise<string> {
    const frame = await this.frameOf(body);
    const proposed = await this.solve(frame);
    const { rosterId } = await this.dataSource.transaction((em) => this.keep(em, actor, body, frame, proposed));
    return rosterId;
  }

  /** What a roster of the period would be made from. @throws NotFound, RuleBroken `nothing-open`, CalendarYearMissing */
  private async frameOf({ siteId, fromDay, toDay }: ProposalBody): Promise<RosterFrame> {
    const frame = await this.dataSource.transaction('REPEATABLE READ', (em) =>
      this.frames.read(em, siteId, { fromDay, toDay }, null),
    );
    if (frame.days.every(({ sessions }) => sessions.length === 0)) throw new RuleBroken('nothing-open');
    return frame;
  }

  /** Both questions to the solver share the time of a proposal; the second has what the first left. */
  private async solve(frame: RosterFrame, signal?: AbortSignal): Promise<ProposedRoster> {
    const begun = performance.now();
    const proposed = await proposeRoster(frame, (program) => {
      const left = this.settings.rosters.solverSeconds - (performance.now() - begun) / 1000;
      const limits = { seconds: Math.max(left, LEAST_SECONDS), nodes: MOST_NODES, gap: NEAR_ENOUGH };
      return this.solver.solve(program, limits, signal);
    });
    if (!proposed || signal?.aborted) throw new ServiceUnavailable({ retryAfterSeconds: RETRY_SECONDS });
    return proposed;
  }

  private async keep(
    em: EntityManager,
    actor: StaffActor,
    { siteId, fromDay, toDay }: ProposalBody,
    frame: RosterFrame,
    { duties, rests, unfilled, best }: ProposedRoster,
  ): Promise<KeptProposal> {
    const now = this.clock.now();
    const turnOfDuty = turnFinder(frame.days);
    const seated = duties.map((duty): NewDuty => {
      const post = frame.posts.find(({ id }) => id === duty.postId);
      return { ...duty, seat: post ? seatOf(post, duty.officerId) : null, turn: turnOfDuty(duty) };
    });
    const roster = { id: newId(), siteId, fromDay, toDay, madeAt: now, madeBy: actor.id };
    await this.rosters.insert(em, roster, seated, rests);
    const detail = { siteId, fromDay, toDay, duties: duties.length, unfilled: unfilled.length };
    await this.ledger.write(em, { itemType: 'roster', itemId: roster.id, action: 'proposed', actor, at: now, detail });
    this.news.tell(em, siteId);
    return {
      rosterId: roster.id,
      unfilled: unfilled.map((demand) => ({ ...demand, ...whyUnfilled(frame, duties, demand) })),
      best,
    };
  }

  private refusePeriod({ fromDay, toDay }: Days): void {
    const { longestDays } = this.settings.rosters;
    const today = dayOf(this.calendars.current(), this.clock.now());
    const tooLong = toDay > shiftDay(fromDay, longestDays - 1);
    if (fromDay < today || toDay < fromDay || tooLong) throw new RuleBroken('roster-period', { days: longestDays });
  }
}
