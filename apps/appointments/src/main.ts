import { startService } from '@app/common/service/start-service.js';
import { AppointmentsModule } from './appointments.module.js';
import { APPOINTMENTS_PROBLEMS } from './problems.js';

await startService({
  service: 'appointments',
  module: AppointmentsModule,
  prefix: 'api/appointments',
  problems: APPOINTMENTS_PROBLEMS,
});
