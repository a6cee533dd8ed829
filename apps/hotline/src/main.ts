import { startService } from '@app/common/service/start-service.js';
import { HotlineModule } from './hotline.module.js';
import { HOTLINE_PROBLEMS } from './problems.js';

await startService({ service: 'hotline', module: HotlineModule, prefix: 'api/hotline', problems: HOTLINE_PROBLEMS });
