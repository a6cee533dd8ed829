import { readFile, writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { SERVICES, type ServiceName } from '../messaging/definitions.js';
import { databaseUrlFor, serviceDataSource } from '../persistence/data-source.js';
import { anchorLine, anchorsFrom, type NotedHead } from './anchors.js';
import { verifyLedger, type LedgerFault, type LedgerVerification } from './verify.js';

const NO_SUCH_DATABASE = '3D000';
const NO_SUCH_TABLE = '42P01';

const WORDS: Readonly<Record<LedgerFault['kind'], string>> = {
  'row-changed': 'was changed after it was sealed',
  'row-missing': 'was sealed and is gone',
  'row-extra': 'was slipped in after its batch was sealed',
  'seal-missing': 'is missing',
  'seal-changed': 'does not follow from the rows and the seal before',
  'head-not-kept': 'is not the one whose head was noted: the chain was rewritten',
};

/** How a verification of all services ended. */
export type Outcome = 'intact' | 'not-intact' | 'nothing-found';

/**
 * Verifies the ledgers of all services' databases (`npm run audit:verify`).
 * @param env names the databases, as for the services
 * @param headsFile heads noted earlier, to compare with; today's are added when all is intact
 * @param say takes one line a service
 */
export async function verifySuite(
  env: NodeJS.ProcessEnv,
  headsFile: string | undefined,
  say: (line: string) => void,
): Promise<Outcome> {
  const noted = await notedIn(headsFile);
  const heads: NotedHead[] = [];
  let outcome: Outcome = 'nothing-found';
  for (const service of SERVICES) {
    const own = noted.filter((head) => head.service === service);
    const result = await verifyService(service, env, own);
    const good = result === null ? own.length === 0 : result.fault === null;
    say(`${service}: ${report(result, own.length > 0)}`);
    if (result?.anchor) heads.push({ service, ...result.anchor });
    if (!good) outcome = 'not-intact';
    else if (result !== null && outcome === 'nothing-found') outcome = 'intact';
  }
  if (headsFile !== undefined && outcome === 'intact') {
    const lines = heads.map((head) => anchorLine(head, new Date()));
    await writeFile(headsFile, lines.join(''), { flag: 'a' });
  }
  return outcome;
}

/** Null: the service has no database or no ledger there. */
async function verifyService(
  service: ServiceName,
  env: NodeJS.ProcessEnv,
  noted: readonly NotedHead[],
): Promise<LedgerVerification | null> {
  const url = databaseUrlFor(service, env);
  const dataSource = new DataSource(serviceDataSource({ service, url, entities: [], migrations: [], poolSize: 1 }));
  try {
    await dataSource.initialize();
    return await dataSource.transaction('REPEATABLE READ', async (em) => {
      await em.query('SET TRANSACTION READ ONLY');
      await em.query('SET LOCAL statement_timeout = 0');
      return verifyLedger(em, noted);
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === NO_SUCH_DATABASE || code === NO_SUCH_TABLE) return null;
    throw error;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

function report(result: LedgerVerification | null, wasNoted: boolean): string {
  if (result === null) return wasNoted ? 'NOT INTACT. The ledger whose heads were noted is gone' : 'no ledger';
  const { seals, rows, unsealed, anchor, fault } = result;
  const counts = `${seals} seals, ${rows} rows sealed, ${unsealed} not sealed yet`;
  if (fault === null) return `intact. ${counts}${anchor ? `, head ${anchor.head}` : ''}`;
  const what = fault.seq === undefined ? `Seal ${fault.sealNo}` : `Row ${fault.seq} of seal ${fault.sealNo}`;
  return `NOT INTACT. ${what} ${WORDS[fault.kind]}. Good before it: ${seals} seals, ${rows} rows`;
}

async function notedIn(file: string | undefined): Promise<NotedHead[]> {
  // a+ makes the file when there is none yet.
  return file === undefined ? [] : anchorsFrom(await readFile(file, { encoding: 'utf8', flag: 'a+' }));
}
