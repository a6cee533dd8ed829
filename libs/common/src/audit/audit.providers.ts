import type { Provider } from '@nestjs/common';
import { Ledger } from './ledger.js';
import { Sealer } from './sealer.js';

export const AUDIT_PROVIDERS: Provider[] = [Ledger, Sealer];
