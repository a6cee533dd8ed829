import 'reflect-metadata';
import { startService } from '@app/common/service/start-service.js';
import { GatewayModule } from './gateway.module.js';
import { GATEWAY_PROBLEMS } from './problems.js';
import { OWN_DOCUMENT_PATH } from './proxy/api-documents.js';

await startService({
  service: 'gateway',
  module: GatewayModule,
  prefix: '',
  problems: GATEWAY_PROBLEMS,
  docsPath: OWN_DOCUMENT_PATH,
});
