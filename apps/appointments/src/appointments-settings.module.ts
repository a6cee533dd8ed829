import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { Global, Module } from '@nestjs/common';
import { AppointmentsSettings, appointmentsSettings } from './appointments.settings.js';

/** What every feature of appointments may ask for without importing it: the county's settings, the statement pool. */
@Global()
@Module({
  providers: [
    { provide: AppointmentsSettings, useFactory: () => appointmentsSettings(process.env.APPOINTMENTS_SETTINGS) },
    StatementPool,
  ],
  exports: [AppointmentsSettings, StatementPool],
})
export class AppointmentsSettingsModule {}
