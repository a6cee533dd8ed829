import { randomBytes } from 'node:crypto';
import type { StaffActor } from '@app/common/auth/actor.js';
import { SessionKeySource } from '@app/common/auth/session-keys.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { TicketDissatisfied } from '@app/common/contracts/hotline.events.js';
import {
  RoomConfirmRequest,
  RoomHoldRequest,
  RoomReleaseRequest,
  UnitListRequest,
  VolunteerConfirmRequest,
  VolunteerHoldRequest,
  VolunteerReleaseRequest,
  type RoomBooking,
  type VolunteerBooking,
} from '@app/common/contracts/requests.js';
import { configureHttp, fastifyOptions } from '@app/common/http/configure-http.js';
import { DomainError, ServiceUnavailable } from '@app/common/http/problem.js';
import type { EventDefinition } from '@app/common/messaging/definitions.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { NatsConnectionHolder } from '@app/common/messaging/nats-connection.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { serviceDataSource } from '@app/common/persistence/data-source.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { TEST_POOL, testDatabase, type TestDatabase } from '@app/common/testing/test-database.js';
import { staff, TestSessions } from '@app/common/testing/test-sessions.js';
import { Clock } from '@app/common/time/clock.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { CaseDetail, CasePage } from '../cases/case.dto.js';
import { INTERVIEWS_ENTITIES, INTERVIEWS_MIGRATIONS, InterviewsModule } from '../interviews.module.js';
import { INTERVIEWS_PROBLEMS } from '../problems.js';

export const PREFIX = '/api/interviews';
const DATABASE = {
  service: 'interviews',
  entities: INTERVIEWS_ENTITIES,
  migrations: [CommonTables1763856000000, ...INTERVIEWS_MIGRATIONS],
} as const;

/** People of the demo county. */
export const PEOPLE = {
  handler: staff('handler', { unitId: DEMO_UNITS.housing }),
  stranger: staff('handler', { unitId: DEMO_UNITS.labour }),
  supervisor: staff('supervisor', { unitId: DEMO_UNITS.hotline }),
  inspector: staff('inspector', { unitId: DEMO_UNITS.commission }),
  ownInspector: staff('inspector', { unitId: DEMO_UNITS.housing }),
  leader: staff('leader', { unitId: DEMO_UNITS.leadership }),
  volunteer: staff('volunteer', { unitId: DEMO_UNITS.hotline }),
  otherVolunteer: staff('volunteer', { unitId: DEMO_UNITS.hotline }),
} as const satisfies Record<string, StaffActor>;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

type Booking = RoomBooking | VolunteerBooking;

const ROOM_WORDS = { nameZh: '一号', nameEn: 'One', address: '人民路1号' };

/** Appointments as its desks answer, with the two ways in which they can fail an asker. */
export class StandInAppointments {
  readonly bookings = new Map<string, Booking>();
  /** Answers nothing from now on to these subjects. */
  readonly silent = new Set<string>();
  /** Names and accounts of volunteers, by id. */
  readonly volunteers = new Map<string, { name: string; staffId: string | null }>();

  ask(request: { subject: string }, question: Booking): Promise<object> {
    if (request.subject === UnitListRequest.subject) return Promise.resolve({ units: UNITS });
    if (this.silent.has(request.subject)) return Promise.reject(new ServiceUnavailable({ retryAfterSeconds: 2 }));
    const booking = this.bookings.get(question.bookingId);
    switch (request.subject) {
      case RoomHoldRequest.subject:
      case VolunteerHoldRequest.subject:
        if (!booking && this.isTaken(question)) {
          const type = 'roomId' in question ? 'slot-taken' : 'volunteer-taken';
          return Promise.reject(new DomainError(type, 409, { alternatives: [1, 2, 3] }));
        }
        return this.keep(booking ?? this.held(question));
      case RoomConfirmRequest.subject:
      case VolunteerConfirmRequest.subject:
        return booking
          ? this.keep({ ...booking, state: 'confirmed' })
          : Promise.reject(new DomainError('not-found', 404));
      case RoomReleaseRequest.subject:
      case VolunteerReleaseRequest.subject:
        return booking
          ? this.keep({ ...booking, state: 'released' })
          : Promise.reject(new DomainError('not-found', 404));
      default:
        return Promise.reject(new DomainError('not-found', 404));
    }
  }

  /** Of all bookings, or of one room or volunteer, in the order they were made. */
  states(resourceId?: string): string[] {
    return [...this.bookings.values()]
      .filter((booking) => resourceId === undefined || resourceOf(booking) === resourceId)
      .map(({ state }) => state);
  }

  private held(question: Booking): Booking {
    if ('roomId' in question) return { ...question, state: 'held', ...ROOM_WORDS };
    const volunteer = this.volunteers.get(question.volunteerId) ?? { name: '沈雅琴', staffId: null };
    return { ...question, state: 'held', ...volunteer };
  }

  private isTaken(question: Booking & { replaces?: string }): boolean {
    return [...this.bookings.values()].some(
      (other) =>
        resourceOf(other) === resourceOf(question) &&
        other.startAt < question.endAt &&
        question.startAt < other.endAt &&
        other.state !== 'released' &&
        other.bookingId !== question.replaces,
    );
  }

  private keep(booking: Booking): Promise<Booking> {
    this.bookings.set(booking.bookingId, booking);
    return Promise.resolve(booking);
  }
}

function resourceOf(booking: Booking): string {
  return 'roomId' in booking ? booking.roomId : booking.volunteerId;
}

/**
 * The whole interviews service on a database of its own, its clock in the spec's hand. Real: PostgreSQL, HTTP by
 * inject, guards, timers. Stood in for: the broker, appointments, the gateway's directory and its session keys.
 */
export class InterviewsUnderTest {
  private constructor(
    private readonly database: TestDatabase,
    readonly clock: FakeClock,
    readonly sessions: TestSessions,
    readonly appointments: StandInAppointments,
    public app: NestFastifyApplication,
    public dataSource: DataSource,
  ) {}

  static async start(): Promise<InterviewsUnderTest> {
    const database = await testDatabase(DATABASE);
    const clock = new FakeClock('2026-11-23T09:00:00+08:00');
    const sessions = await TestSessions.create();
    const appointments = new StandInAppointments();
    const app = await interviews(database.dataSource, clock, sessions, appointments);
    return new InterviewsUnderTest(database, clock, sessions, appointments, app, database.dataSource);
  }

  /** Ends the process; `during` happens while none runs; then it starts anew on the same database. */
  async restart(during: () => void): Promise<void> {
    await this.app.close();
    during();
    const options = serviceDataSource({ ...DATABASE, ...TEST_POOL, url: this.database.url });
    this.dataSource = await new DataSource(options).initialize();
    this.app = await interviews(this.dataSource, this.clock, this.sessions, this.appointments);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  async send<T>(
    actor: StaffActor,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { body, version, language }: { body?: object; version?: number; language?: string } = {},
  ): Promise<Answer<T>> {
    const headers = await this.sessions.headersFor(actor);
    if (language !== undefined) headers['accept-language'] = language;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    const response = await this.app
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url: `${PREFIX}${path}`, headers, ...(body ? { payload: body } : {}) });
    return { status: response.statusCode, body: response.json<T>() };
  }

  /** Hears that a citizen is dissatisfied. */
  async dissatisfied(ticketId: string, { id = newId(), confidential = false } = {}): Promise<void> {
    await this.app.get(EventTaker).take({
      id,
      subject: TicketDissatisfied.subject,
      aggregateId: ticketId,
      occurredAt: this.clock.now(),
      requestId: undefined,
      payload: {
        ticketId,
        number: `T-${ticketId.slice(-6)}`,
        unitId: DEMO_UNITS.housing,
        kind: 'complaint',
        confidential,
        subject: confidential ? '' : '路灯不亮',
        score: 1,
        ratedAt: this.clock.now().toISOString(),
      },
    });
  }

  /** Opens a case of a new ticket. */
  async opened(options: { confidential?: boolean } = {}): Promise<CaseDetail> {
    const ticketId = newId();
    await this.dissatisfied(ticketId, options);
    const { body } = await this.send<CasePage>(PEOPLE.inspector, 'GET', '/cases?limit=100');
    const row = body.items.find((item) => item.ticketId === ticketId);
    if (!row) throw new Error('no case was opened');
    return this.read(row.id);
  }

  async read(id: string, actor: StaffActor = PEOPLE.inspector): Promise<CaseDetail> {
    return (await this.send<CaseDetail>(actor, 'GET', `/cases/${id}`)).body;
  }

  /** Does one step on the case as it stands. */
  async step<T = CaseDetail>(actor: StaffActor, id: string, action: string, body: object): Promise<Answer<T>> {
    const { version } = await this.read(id);
    return this.send<T>(actor, 'POST', `/cases/${id}/${action}`, { body, version });
  }

  /** Brings a case through root cause and plan. */
  async planned(id: string): Promise<void> {
    await this.step(PEOPLE.handler, id, 'root-cause', { rootCause: '线路老化' });
    const plan = { class: 'can_be_done', plan: '更换线路', legalBasis: ['《城市道路照明设施管理规定》第十条'] };
    await this.step(PEOPLE.handler, id, 'plan', plan);
  }

  /** Brings a case through all three steps of its round, the talk in the field. */
  async held(id: string): Promise<Answer<CaseDetail>> {
    await this.planned(id);
    const at = (minutes: number) => new Date(this.clock.now().getTime() + minutes * 60_000).toISOString();
    const time = { startAt: at(60), endAt: at(120) };
    await this.step(PEOPLE.handler, id, 'appointment', { place: 'field', address: '清河镇东街', ...time });
    return this.step(PEOPLE.handler, id, 'minutes', {
      heldAt: this.clock.now().toISOString(),
      attendees: ['经办人', '群众'],
      minutes: '当面说明了维修安排',
      outcome: 'resolved',
      tasks: [{ what: '更换路灯', owner: '经办人', dueOn: '2026-12-31' }],
    });
  }

  verify(id: string, satisfied: boolean, inspector: StaffActor = PEOPLE.inspector): Promise<Answer<CaseDetail>> {
    return this.step(inspector, id, 'verification', { method: 'phone', satisfied, progress: '已电话回访' });
  }

  /** Moves the clock and waits until every timer that is due then has acted. */
  async liveUntil(instant: string | Date): Promise<void> {
    this.clock.set(instant);
    await this.timersDone();
  }

  async timersDone(): Promise<void> {
    await eventually(async () => {
      const due: unknown[] = await this.dataSource.query(
        'SELECT kind, key, last_error AS error FROM timer WHERE due_at <= $1',
        [this.clock.now()],
      );
      if (due.length > 0) throw new Error(`still due: ${JSON.stringify(due)}`);
    });
  }

  /** Payloads of the events told so far about a case. */
  async told<P extends object>(event: EventDefinition<P>, caseId: string): Promise<P[]> {
    const rows = await this.dataSource.query<{ payload: P }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 AND aggregate_id = $2 ORDER BY seq',
      [event.subject, caseId],
    );
    return rows.map(({ payload }) => payload);
  }
}

const UNITS = [
  { id: DEMO_UNITS.housing, nameZh: '住建局', nameEn: 'Housing', kind: 'unit', active: true },
  { id: DEMO_UNITS.labour, nameZh: '人社局', nameEn: 'Labour', kind: 'unit', active: true },
];

async function interviews(
  dataSource: DataSource,
  clock: Clock,
  sessions: TestSessions,
  appointments: StandInAppointments,
): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [InterviewsModule] })
    .overrideProvider(DataSource)
    .useValue(dataSource)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(SealedBox)
    .useValue(new SealedBox(randomBytes(32).toString('base64')))
    .overrideProvider(SessionKeySource)
    .useValue(sessions)
    .overrideProvider(NatsConnectionHolder)
    .useValue({ ready: false, get: () => new Promise(() => undefined) })
    .overrideProvider(RequestClient)
    .useValue(appointments)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
    logger: false,
  });
  app.setGlobalPrefix(PREFIX, { exclude: ['health/live', 'health/ready', 'metrics'] });
  configureHttp(app, { problems: INTERVIEWS_PROBLEMS });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
