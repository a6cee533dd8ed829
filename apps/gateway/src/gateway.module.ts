import { Module } from '@nestjs/common';
import { SunlineModule } from '@app/common/service/service.module.js';
import { DemoDirectory } from './directory/demo-directory.js';
import { DirectoryAdminController } from './directory/directory-admin.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DirectoryRepository } from './directory/directory.repository.js';
import { DirectoryService } from './directory/directory.service.js';
import { StaffRegister } from './directory/staff-register.js';
import { UnitRegister } from './directory/unit-register.js';
import { GatewaySettings } from './gateway.settings.js';
import { Housekeeping } from './housekeeping.js';
import { DeliveryReports } from './messaging/delivery-reports.js';
import { IncomingService } from './messaging/incoming.service.js';
import { OptOutRepository } from './messaging/opt-out.repository.js';
import { OutgoingRepository } from './messaging/outgoing.repository.js';
import { OutgoingService } from './messaging/outgoing.service.js';
import { SmsProvider } from './messaging/sms-provider.js';
import { SmsSender } from './messaging/sms-sender.js';
import { TwilioSmsProvider } from './messaging/twilio/twilio-sms.provider.js';
import { TwilioWebhookController } from './messaging/twilio/webhook.controller.js';
import { WebhookReceipts } from './messaging/webhook-receipts.js';
import { GATEWAY_MIGRATIONS } from './migrations/gateway-migrations.js';
import { ApiDocuments } from './proxy/api-documents.js';
import { DocsController } from './proxy/docs.controller.js';
import { ServiceProxy } from './proxy/service-proxy.js';
import { AttemptsRepository } from './sign-in/attempts.repository.js';
import { MachineClock } from './sign-in/machine-clock.js';
import { OneTimePasswords } from './sign-in/one-time-passwords.js';
import { Passwords } from './sign-in/passwords.js';
import { SessionGate } from './sign-in/session-gate.js';
import { SessionKeyRenewal } from './sign-in/session-key-renewal.js';
import { SessionKeyStore } from './sign-in/session-key-store.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { Sessions } from './sign-in/sessions.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { BorderHeaders } from './web/border-headers.js';
import { StaticWeb } from './web/static-web.js';

/** The border: sign-in, staff directory, text messages, static web and a plain reverse proxy. No rule of the domain. */
@Module({
  imports: [
    SunlineModule.forService({
      service: 'gateway',
      entities: [],
      migrations: GATEWAY_MIGRATIONS,
      sessionKeys: SessionKeyStore,
    }),
  ],
  controllers: [
    SessionController,
    DirectoryController,
    DirectoryAdminController,
    TwilioWebhookController,
    DocsController,
  ],
  providers: [
    { provide: GatewaySettings, useFactory: () => new GatewaySettings(process.env) },
    MachineClock,
    Passwords,
    OneTimePasswords,
    AttemptsRepository,
    SessionRepository,
    Sessions,
    SignInService,
    SessionKeyRenewal,
    DirectoryRepository,
    DirectoryService,
    UnitRegister,
    StaffRegister,
    DemoDirectory,
    OutgoingRepository,
    OptOutRepository,
    OutgoingService,
    { provide: SmsProvider, useClass: TwilioSmsProvider },
    SmsSender,
    IncomingService,
    DeliveryReports,
    WebhookReceipts,
    Housekeeping,
    // Hooks of the border run in this order: headers first, then the session.
    BorderHeaders,
    SessionGate,
    ServiceProxy,
    ApiDocuments,
    StaticWeb,
  ],
})
export class GatewayModule {}
