import type { StaffActor } from '@app/common/auth/actor.js';
import type { FakeClock } from '@app/common/testing/fake-clock.js';
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
}

/** Booking by HTTP at the processes of a service on one database. */
export class BookingsUnderTest {
  private phones = 0;

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

  /** Rows of the service's database. */
  rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.service.dataSource.query(sql, values);
  }

  private async send<T>(
    method: 'GET' | 'POST',
    path: string,
    body: object | undefined,
    { key, version, actor, process = 0 }: Call,
  ): Promise<Answer<T>> {
    const { apps, sessions } = this.service;
    const app = apps[process % apps.length];
    if (!app) throw new Error('no process');
    const headers: Record<string, string> = actor ? await sessions.headersFor(actor) : {};
    if (key !== undefined) headers['idempotency-key'] = key;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    const response = await app
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url: `${PREFIX}${path}`, headers, ...(body ? { payload: body } : {}) });
    return { status: response.statusCode, body: response.json<T>() };
  }
}
