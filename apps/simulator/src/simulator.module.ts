import { Module } from '@nestjs/common';
import { FaultsController } from './faults/faults.controller.js';
import { Faults } from './faults/faults.js';
import { HealthController } from './health.controller.js';
import { PageController } from './page/page.controller.js';
import { MessageJournal } from './phones/message-journal.js';
import { Phones } from './phones/phones.js';
import { SimulatorSettings } from './simulator.settings.js';
import { AccountGuard } from './twilio/account.guard.js';
import { Carrier } from './twilio/carrier.js';
import { MessagesController } from './twilio/messages.controller.js';
import { Webhooks } from './twilio/webhooks.js';

/** Phones that speak Twilio's REST and webhooks; for the demo and for tests (architecture.md). */
@Module({
  controllers: [MessagesController, PageController, FaultsController, HealthController],
  providers: [
    { provide: SimulatorSettings, useFactory: () => new SimulatorSettings(process.env) },
    {
      provide: MessageJournal,
      useFactory: (settings: SimulatorSettings) => new MessageJournal(settings.journalFile),
      inject: [SimulatorSettings],
    },
    Phones,
    Faults,
    Webhooks,
    Carrier,
    AccountGuard,
  ],
})
export class SimulatorModule {}
