import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { newSid, nextStatus, type Message } from '../phones/domain/message.js';
import { Phones } from '../phones/phones.js';
import { SimulatorSettings } from '../simulator.settings.js';
import { Webhooks } from './webhooks.js';

export interface NewMessage {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly statusCallback: string | null;
}

/** Carries messages both ways, step by step, and reports each step. */
@Injectable()
export class Carrier implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;

  constructor(
    private readonly phones: Phones,
    private readonly webhooks: Webhooks,
    private readonly settings: SimulatorSettings,
  ) {}

  /** Messages that a restart found on their way go on. */
  onApplicationBootstrap(): void {
    for (const message of this.phones.all()) void this.carry(message);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  /** Takes a message of the office for a phone; it is delivered by and by. */
  accept({ from, to, body, statusCallback }: NewMessage): Message {
    const message = this.created({ direction: 'outbound-api', from, to, body, status: 'queued', statusCallback });
    void this.carry(message);
    return message;
  }

  /** Sends what a citizen typed to the office. Resolves to whether the office has taken it. */
  async type(from: string, body: string): Promise<{ message: Message; taken: boolean }> {
    const message = this.created({
      direction: 'inbound',
      from,
      to: this.settings.officeNumber,
      body,
      status: 'received',
      statusCallback: null,
    });
    return { message, taken: await this.webhooks.incoming(message) };
  }

  private created(given: Pick<Message, 'direction' | 'from' | 'to' | 'body' | 'status' | 'statusCallback'>): Message {
    const at = new Date().toISOString();
    const message = { ...given, sid: newSid(), errorCode: null, createdAt: at, sentAt: null, updatedAt: at };
    this.phones.put(message);
    return message;
  }

  private async carry(message: Message): Promise<void> {
    const status = nextStatus(message.status);
    if (status === null) return;
    await pause(this.settings.stepMs, undefined, { ref: false });
    if (this.stopped) return;
    const moved = this.phones.move(message, status, new Date());
    void this.carry(moved);
    await this.webhooks.status(moved);
  }
}
