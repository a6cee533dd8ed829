import { SmsReceived, SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { TextPassedOn } from '@app/common/contracts/hotline.events.js';
import type { EventDefinition } from '@app/common/messaging/definitions.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { readText } from '@app/common/text-messages/grammar.js';
import type { FakeClock } from '@app/common/testing/fake-clock.js';
import type { INestApplication } from '@nestjs/common';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';

const OFFICE_NUMBER = '+8657112345678';
/** Pairs of bookings that take the same place at the same time. */
const OVERLAPS = `
  SELECT 1 FROM booking a JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id AND a.place = b.place
     AND a.during && b.during
   WHERE a.state IN ('held', 'confirmed') AND b.state IN ('held', 'confirmed')`;

/** What a phone was sent. */
export interface Received {
  readonly template: string;
  readonly language: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Delivery {
  /** Of the event: the same one again is the same message again. */
  readonly id?: string;
  /** Which process takes it. */
  readonly process?: number;
}

/** Phones that write to the appointments service, which runs as two processes; the broker is out of reach. */
export class DialogueUnderTest {
  private phones = 0;

  private constructor(
    readonly office: AppointmentsUnderTest,
    readonly clock: FakeClock,
  ) {}

  static async start(clock: FakeClock): Promise<DialogueUnderTest> {
    return new DialogueUnderTest(await appointmentsUnderTest(clock, 2), clock);
  }

  close(): Promise<void> {
    return this.office.close();
  }

  newPhone(): string {
    this.phones += 1;
    return `+86137${String(this.phones).padStart(8, '0')}`;
  }

  /** @throws Error where there is no such process */
  processNo(number: number): INestApplication {
    const app = this.office.apps[number];
    if (!app) throw new Error(`no process ${number}`);
    return app;
  }

  /** Delivers a message to a process, as its consumer does. @returns whether it was new */
  deliver(phone: string, text: string, { id = newId(), process = 0 }: Delivery = {}): Promise<boolean> {
    const command = readText(text);
    // No question of the hotline stands: it passes bare numbers on.
    return command.kind === 'digit'
      ? this.take(TextPassedOn, phone, { asked: 'digit', number: command.digit }, { id, process })
      : this.take(SmsReceived, phone, { text }, { id, process });
  }

  /** Delivers an event about a phone's message. */
  take(
    { subject }: EventDefinition,
    phone: string,
    payload: object,
    { id = newId(), process = 0 }: Delivery = {},
  ): Promise<boolean> {
    const at = this.clock.now();
    return this.processNo(process)
      .get(EventTaker)
      .take({
        id,
        subject,
        aggregateId: phone,
        occurredAt: at,
        requestId: undefined,
        payload: {
          providerId: `SM${id}`,
          sealedFrom: this.office.box.seal(phone),
          to: OFFICE_NUMBER,
          receivedAt: at.toISOString(),
          ...payload,
        },
      });
  }

  /** All that was sent to a phone, the oldest first; reminders come by themselves and are left out. */
  async received(phone: string): Promise<Received[]> {
    const { box, dataSource } = this.office;
    const rows = await dataSource.query<{ payload: SmsRequestedPayload }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 ORDER BY seq',
      [SmsRequested.subject],
    );
    return rows
      .filter(({ payload }) => payload.template !== 'booking_reminder' && box.open(payload.sealedTo) === phone)
      .map(({ payload: { template, language, sealedValues } }) => ({
        template,
        language,
        values: JSON.parse(box.open(sealedValues)) as Record<string, string>,
      }));
  }

  /** Sends a message ten seconds after the one before; what it was answered. */
  async say(phone: string, text: string): Promise<Received[]> {
    this.clock.advance({ seconds: 10 });
    const before = await this.received(phone);
    await this.deliver(phone, text);
    return (await this.received(phone)).slice(before.length);
  }

  /** Sends messages one after the other; the templates of the answers. */
  async templates(phone: string, ...texts: string[]): Promise<string[]> {
    const all: string[] = [];
    for (const text of texts) all.push(...(await this.say(phone, text)).map(({ template }) => template));
    return all;
  }

  bookings(
    phone: string,
  ): Promise<{ code: string; state: string; startAt: Date; channel: string; language: string }[]> {
    return this.office.dataSource.query(
      `SELECT code, state, start_at AS "startAt", channel, language FROM booking WHERE phone_fingerprint = $1 ORDER BY created_at`,
      [this.office.box.fingerprint(phone)],
    );
  }

  /** Books an id card at the hall by text message. @returns its code */
  async booked(phone: string): Promise<string> {
    await this.templates(phone, '预约 ID-CARD', '1', '1', '1');
    return (await this.bookings(phone)).at(-1)?.code ?? '';
  }

  overlaps(): Promise<unknown[]> {
    return this.office.dataSource.query(OVERLAPS);
  }
}
