import { Accounts1763942400000 } from './accounts.migration.js';
import { DirectoryVersions1763942500000 } from './directory-versions.migration.js';
import { GatewayTables1763856100000 } from './gateway-tables.migration.js';

/** In the order in which they run, after the tables every service has. */
export const GATEWAY_MIGRATIONS = [GatewayTables1763856100000, Accounts1763942400000, DirectoryVersions1763942500000];
