import type { StaffActor } from '@app/common/auth/actor.js';
import { eventually } from '@app/common/testing/eventually.js';
import type { FakeClock } from '@app/common/testing/fake-clock.js';
import { expect } from '@jest/globals';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, ID_CARD } from '../seed/small-county.fixture.js';
import type { BookingContactDto, BookingDto, CreateBookingDto } from './booking.dto.js';

/** What the service answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

interface Call {
  readonly key?: string;
  readonly version?: number;
  readonly actor?: StaffActor;
  /** Which of the processes. */
  readonly process?: number;
  /** Each call comes from an address of its own, unless told. */
  readonly address?: string;
}

/** Booking by HTTP at the processes of a service on one database. */
export class BookingsUnderTest {
  private phones = 0;
  private calls = 0;

  private constructor(
    readonly service: AppointmentsUnderTest,
    readonly clock: FakeClock,
  ) {}

  static async start(clock: FakeClock, processes = 1): Promise<BookingsUnderTest> {
    return new BookingsUnderTest(await appointmentsUnderTest(clock, processes), clock);
  }

  close(): Promise<void> {
    return this.service.close();
  }

  /** Of somebody who has not booked before, unless the phone is given. */
  contact(phone?: string): BookingContactDto {
    this.phones += 1;
    return { phone: phone ?? `139${String(this.phones).padStart(8, '0')}`, name: '张三', language: 'zh-CN' };
  }

  /** An id card at the hall, unless told otherwise. */
  book(wish: Partial<CreateBookingDto> & { startAt: string }, call: Call = {}): Promise<Answer<BookingDto>> {
    return this.post('/bookings', { itemCode: ID_CARD, siteId: HALL, ...wish }, call);
  }

  /** Books for somebody new. @throws Error where that is refused */
  async booked(startAt: string, wish: Partial<CreateBookingDto> = {}): Promise<BookingDto> {
    const { status, body } = await this.book({ contact: this.contact(), ...wish, startAt });
    if (status !== 201) throw new Error(`${startAt}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  get<T = BookingDto>(path: string, call: Call = {}): Promise<Answer<T>> {
    return this.send('GET', path, undefined, call);
  }

  post<T = BookingDto>(path: string, body: object = {}, call: Call = {}): Promise<Answer<T>> {
    return this.send('POST', path, body, call);
  }

  delete<T = object>(path: string, call: Call = {}): Promise<Answer<T>> {
    return this.send('DELETE', path, undefined, call);
  }

  /** Every timer of the bookings that is due by the clock has acted. */
  async timersRun(): Promise<void> {
    await eventually(async () => {
      const due = await this.rows<{ kind: string; key: string }>(
        `SELECT kind, key FROM timer WHERE kind LIKE 'booking.%' AND due_at <= $1`,
        [this.clock.now()],
      );
      expect(due).toEqual([]);
    });
  }

  /** What recurs has run for the clock's time: it waits for a time to come. */
  async recurred(kind: string): Promise<void> {
    await eventually(async () => {
      const [timer] = await this.rows<{ due: Date }>('SELECT due_at AS due FROM timer WHERE kind = $1', [kind]);
      expect(timer?.due.getTime()).toBeGreaterThan(this.clock.now().getTime());
    });
  }

  /** Text messages asked for about a booking or an entry, by template. */
  async messages(aboutId: string): Promise<string[]> {
    const rows = await this.rows<{ template: string }>(
      `SELECT payload ->> 'template' AS template FROM outbox
        WHERE subject = 'gateway.sms.requested.v1' AND payload ->> 'aboutId' = $1 ORDER BY seq`,
      [aboutId],
    );
    return rows.map(({ template }) => template);
  }

  async idOf(code: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>('SELECT id FROM booking WHERE code = $1', [code]);
    if (!row) throw new Error(`no booking ${code}`);
    return row.id;
  }

  /** Pairs of bookings that take the same place at the same time: there must never be any. */
  overlaps(): Promise<object[]> {
    return this.rows(
      `SELECT a.code AS one, b.code AS other FROM booking a
        JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id AND a.place = b.place AND a.during && b.during
       WHERE a.state IN ('held', 'confirmed', 'arrived', 'served') AND b.state IN ('held', 'confirmed', 'arrived', 'served')`,
    );
  }

  /** Rows of the service's database. */
  rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.service.dataSource.query(sql, values);
  }

  private async send<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body: object | undefined,
    { key, version, actor, process = 0, address }: Call,
  ): Promise<Answer<T>> {
    const { apps, sessions } = this.service;
    const app = apps[process % apps.length];
    if (!app) throw new Error('no process');
    const headers: Record<string, string> = actor ? await sessions.headersFor(actor) : {};
    // It is not the rate limit that is looked at here.
    this.calls += 1;
    headers['x-forwarded-for'] = address ?? `10.${this.calls >> 16}.${(this.calls >> 8) & 255}.${this.calls & 255}`;
    if (key !== undefined) headers['idempotency-key'] = key;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    const response = await app
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url: `${PREFIX}${path}`, headers, ...(body ? { payload: body } : {}) });
    return { status: response.statusCode, body: response.json<T>() };
  }
}
