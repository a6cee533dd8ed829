import { SmsReceived, type SmsReceivedPayload } from '@app/common/contracts/gateway.events.js';
import { TextPassedOn, type TextPassedOnPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { readText } from '@app/common/text-messages/grammar.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { Dialogues } from './dialogue.service.js';
import { DialogueRepository } from './dialogue.repository.js';
import type { DialogueCommand } from './domain/dialogue.js';

const HOUR_MS = 3_600_000;

/** Text messages as they come in. Those of other owners are left to them (docs/adr/0008). */
@Injectable()
export class DialogueEvents {
  constructor(
    private readonly dialogues: Dialogues,
    private readonly talks: DialogueRepository,
    private readonly settings: AppointmentsSettings,
  ) {}

  @OnEvent(SmsReceived)
  async received(em: EntityManager, { payload }: ReceivedEvent<SmsReceivedPayload>): Promise<void> {
    const command = readText(payload.text);
    if (command.owner !== 'appointments') return;
    const { sealedFrom, to, receivedAt } = payload;
    await this.dialogues.take(em, { sealedFrom, to, command, receivedAt: new Date(receivedAt) });
  }

  @OnEvent(TextPassedOn)
  async passedOn(em: EntityManager, { payload }: ReceivedEvent<TextPassedOnPayload>): Promise<void> {
    const { sealedFrom, to, receivedAt } = payload;
    await this.dialogues.take(em, { sealedFrom, to, command: commandOf(payload), receivedAt: new Date(receivedAt) });
  }

  /** What was left unfinished is kept no longer than it can be gone on with. */
  @Recurring('dialogue.forget', { cron: '50 3 * * *' })
  async forget(em: EntityManager, { now }: DueTimer): Promise<void> {
    await this.talks.forget(em, new Date(now.getTime() - this.settings.dialogue.draftHours * HOUR_MS));
  }
}

function commandOf({ asked, number, ...rest }: TextPassedOnPayload): DialogueCommand {
  const language = rest.language ?? null;
  switch (asked) {
    case 'rate':
      return { kind: 'rate', score: number, language };
    case 'digit':
      return { kind: 'digit', digit: number, language };
    case 'human':
      return { kind: 'human', language };
  }
}
