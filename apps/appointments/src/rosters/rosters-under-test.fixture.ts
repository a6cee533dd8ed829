import type { Role, StaffActor } from '@app/common/auth/actor.js';
import type { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import type { LightMyRequestResponse } from 'fastify';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, ID_CARD } from '../seed/small-county.fixture.js';
import type { AbsenceReport } from './absence.dto.js';
import type { OfficerRow } from './officer.dto.js';
import type { DutyRow, Proposal, RosterDetail } from './roster.dto.js';

interface Call {
  readonly payload?: object;
  readonly as?: Role | StaffActor;
  readonly version?: number;
  /** Which of the processes. */
  readonly process?: number;
  readonly key?: string;
}

/** The small county's hall, two who may lead beside its A and B, planned by HTTP at two processes of the service. */
export class RostersUnderTest {
  private constructor(
    readonly service: AppointmentsUnderTest,
    /** Somebody who may lead, and is neither A nor B. */
    readonly leader: OfficerRow,
  ) {}

  static async start(clock: FakeClock): Promise<RostersUnderTest> {
    const service = await appointmentsUnderTest(clock, 2);
    const [leader] = [await addLeader(service, '赵敏'), await addLeader(service, '周杰')];
    return new RostersUnderTest(service, leader);
  }

  close(): Promise<void> {
    return this.service.close();
  }

  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: Call = {}): Promise<LightMyRequestResponse> {
    return call(this.service, method, path, options);
  }

  async propose(fromDay: string, toDay: string, siteId = HALL): Promise<Proposal> {
    return right(201, await this.call('POST', '/rosters/proposals', { payload: { siteId, fromDay, toDay } }));
  }

  async read(id: string): Promise<RosterDetail> {
    return right(200, await this.call('GET', `/rosters/${id}`));
  }

  /** A proposal put into force as it is. */
  async published(fromDay: string, toDay: string): Promise<RosterDetail> {
    const { roster } = await this.propose(fromDay, toDay);
    return right(200, await this.call('POST', `/rosters/${roster.id}/publish`, { version: roster.version }));
  }

  /** Takes it out of the way of the next test. */
  async withdraw(id: string): Promise<void> {
    const { version } = await this.read(id);
    right(200, await this.call('POST', `/rosters/${id}/withdraw`, { version }));
  }

  async absent(officerId: string, fromDay: string, toDay = fromDay): Promise<AbsenceReport> {
    const payload = { officerId, fromDay, toDay, reason: '病假' };
    return right(201, await this.call('POST', '/absences', { payload }));
  }

  /** @returns ids of the duties that went back to the officer */
  async back(absenceId: string): Promise<string[]> {
    const answer = await this.call('POST', `/absences/${absenceId}/end`, { payload: {} });
    return right<{ givenBack: string[] }>(200, answer).givenBack;
  }

  /** What was done to a roster, in order. */
  async ledgerOf(id: string): Promise<string[]> {
    const rows = await this.service.dataSource.query<{ action: string }[]>(
      'SELECT action FROM ledger WHERE item_id = $1 ORDER BY seq',
      [id],
    );
    return rows.map(({ action }) => action);
  }

  /** When an id card can be applied for at the hall. */
  async freeOn(day: string): Promise<string[]> {
    const answer = await this.call('GET', `/slots?item=${ID_CARD}&site=${HALL}&from=${day}&to=${day}`);
    const { days } = right<{ days: { slots: { startAt: string }[] }[] }>(200, answer);
    return days.flatMap(({ slots }) => slots.map(({ startAt }) => startAt));
  }
}

/** The duty at a post, or the lead where it is null. @throws Error where nobody has it */
export function dutyAt(roster: RosterDetail, day: string, session: string, postId: string | null): DutyRow {
  const found = roster.days
    .find((one) => one.day === day)
    ?.sessions.find((one) => one.session === session)
    ?.duties.find((duty) => duty.postId === postId);
  if (!found) throw new Error(`nobody on ${day} ${session}`);
  return found;
}

async function addLeader(service: AppointmentsUnderTest, name: string): Promise<OfficerRow> {
  const payload = { siteId: HALL, name, qualifications: [], mayLead: true };
  return right(201, await call(service, 'POST', '/officers', { payload }));
}

async function call(
  service: AppointmentsUnderTest,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { payload, as = 'supervisor', version, process = 0, key }: Call,
): Promise<LightMyRequestResponse> {
  const app = service.apps[process];
  if (!app) throw new Error(`there is no process ${process}`);
  const headers = await service.sessions.headersFor(typeof as === 'string' ? staff(as) : as);
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (key !== undefined) headers['idempotency-key'] = key;
  return app.inject({ method, url: `${PREFIX}${path}`, headers, ...(payload ? { payload } : {}) });
}

function right<T>(status: number, answer: LightMyRequestResponse): T {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} instead of ${status}: ${answer.body}`);
  return answer.json<T>();
}
