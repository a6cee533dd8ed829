import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { Global, Module } from '@nestjs/common';
import { AppointmentsSettings, appointmentsSettings } from './appointments.settings.js';
import { SideConnections } from './slots/side-connections.js';

/**
 * What every feature of appointments may ask for without importing it: the county's settings, the statement pool and
 * the connections beside it.
 */
@Global()
@Module({
  providers: [
    { provide: AppointmentsSettings, useFactory: () => appointmentsSettings(process.env.APPOINTMENTS_SETTINGS) },
    StatementPool,
    SideConnections,
  ],
  exports: [AppointmentsSettings, StatementPool, SideConnections],
})
export class AppointmentsSettingsModule {}
