import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { toTextNumber } from '@app/common/contact/phone-number.js';
import { Wakeable } from '@app/common/messaging/wakeable.js';
import { Clock } from '@app/common/time/clock.js';
import { mayComeFrom, waitAfterTry, waitBeforeLookUp } from './domain/delivery.js';
import { OptOutRepository } from './opt-out.repository.js';
import { OutgoingRepository, type Change, type ClaimedMessage } from './outgoing.repository.js';
import { ProviderAway, SmsProvider, type ProviderCopy, type SendOutcome, type TextMessage } from './sms-provider.js';

const POLL_MS = 250;
const BATCH = 10;
/** Longer than a provider may take to answer. */
const LEASE_SECONDS = 20;
/** A number that has opted out with the carrier; final (interfaces.md §3). */
const OPTED_OUT = '21610';
const GAVE_UP = 'gave-up';

/**
 * Hands journaled messages over to the provider: claimed in one transaction, sent outside of any, the outcome recorded
 * in another. Whatever lies between the two and goes wrong leaves the message in doubt, and a message in doubt is looked
 * up, never blindly sent again.
 */
@Injectable()
export class SmsSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SmsSender.name);
  private readonly pause = new Wakeable();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: OutgoingRepository,
    private readonly optOuts: OptOutRepository,
    private readonly provider: SmsProvider,
    private readonly sealedBox: SealedBox,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.pause.wake();
    await this.running;
  }

  /**
   * Sends or looks up what is due now.
   * @returns how many messages it took
   */
  async sendDue(): Promise<number> {
    const now = this.clock.now();
    const claimed = await this.journal.claim(this.dataSource.manager, now, after(now, LEASE_SECONDS), BATCH);
    await Promise.all(claimed.map((message) => this.takeAlone(message)));
    return claimed.length;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        if ((await this.sendDue()) < BATCH) await this.pause.sleep(POLL_MS);
      } catch (error) {
        this.logger.warn(`text messages wait: ${String(error)}`);
        await this.pause.sleep(POLL_MS * 4);
      }
    }
  }

  /** One that fails is left to its lease and does not hold up the others. */
  private async takeAlone(claimed: ClaimedMessage): Promise<void> {
    try {
      await this.take(claimed);
    } catch (error) {
      this.logger.error(`message ${claimed.id}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  private async take(claimed: ClaimedMessage): Promise<void> {
    const to = toTextNumber(this.sealedBox.open(claimed.sealed_to));
    if (to === null) throw new Error(`message ${claimed.id} has no mobile number`);
    const message = { messageId: claimed.id, to, text: this.sealedBox.open(claimed.sealed_text) };
    const change =
      claimed.status === 'sending'
        ? this.afterSending(claimed, await this.provider.send(message))
        : await this.lookUp(claimed, message);
    await this.record(claimed, change);
  }

  private afterSending(claimed: ClaimedMessage, outcome: SendOutcome): Change {
    if (outcome.kind === 'accepted') return taken(outcome.copy);
    if (outcome.kind === 'uncertain') {
      this.logger.warn(`message ${claimed.id} is in doubt: ${outcome.why}`);
      return { status: 'uncertain', lookUps: 0, dueAt: this.in(waitBeforeLookUp(1) ?? 0) };
    }
    if (outcome.final) return { status: 'failed', errorCode: outcome.code };
    const wait = waitAfterTry(claimed.attempts);
    if (wait === null) return { status: 'failed', errorCode: GAVE_UP };
    return { status: 'queued', errorCode: outcome.code, dueAt: this.in(wait) };
  }

  private async lookUp(claimed: ClaimedMessage, message: TextMessage): Promise<Change> {
    let copies: ProviderCopy[];
    try {
      copies = await this.provider.lookUp(message, claimed.first_tried_at);
    } catch (error) {
      if (!(error instanceof ProviderAway)) throw error;
      return { status: 'uncertain', dueAt: this.in(waitBeforeLookUp(2) ?? 0) };
    }
    const known = await this.journal.known(
      this.dataSource.manager,
      copies.map((copy) => copy.providerId),
    );
    const copy = copies.find(({ providerId }) => !known.has(providerId));
    if (copy) return taken(copy);
    const lookUps = claimed.look_ups + 1;
    const wait = waitBeforeLookUp(lookUps + 1);
    if (wait !== null) return { status: 'uncertain', lookUps, dueAt: this.in(wait) };
    if (waitAfterTry(claimed.attempts) === null) return { status: 'failed', errorCode: GAVE_UP };
    return { status: 'queued', lookUps: 0, dueAt: this.clock.now() };
  }

  /** A report of the provider may have been faster than our own record: then it stands. */
  private async record({ id, phone_fingerprint }: ClaimedMessage, change: Change): Promise<void> {
    const now = this.clock.now();
    // Still in doubt after a look-up: it waits for the next.
    const stays = change.status === 'uncertain' ? (['uncertain'] as const) : [];
    const from = [...mayComeFrom(change.status), ...stays];
    const by = { id, providerId: null };
    if (change.errorCode !== OPTED_OUT) {
      await this.journal.move(this.dataSource.manager, by, change, from, now);
      return;
    }
    await this.dataSource.transaction(async (em) => {
      if (await this.journal.move(em, by, change, from, now)) await this.optOuts.add(em, phone_fingerprint, now);
    });
  }

  private in(seconds: number): Date {
    return after(this.clock.now(), seconds);
  }
}

function taken({ status, providerId, errorCode }: ProviderCopy): Change {
  return { status, providerId, errorCode };
}

function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}
