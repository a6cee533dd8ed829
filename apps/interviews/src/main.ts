import { startService } from '@app/common/service/start-service.js';
import { InterviewsModule } from './interviews.module.js';
import { INTERVIEWS_PROBLEMS } from './problems.js';

await startService({
  service: 'interviews',
  module: InterviewsModule,
  prefix: 'api/interviews',
  problems: INTERVIEWS_PROBLEMS,
});
