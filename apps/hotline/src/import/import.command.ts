import { env, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { Ledger } from '@app/common/audit/ledger.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { officeClock } from '@app/common/time/office-clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { CategoryRepository } from '../categories/category.repository.js';
import { Clocks } from '../clocks/clocks.js';
import { commandLanguage } from '@app/common/command-line/language.js';
import { connectToHotline, officeTimeZone, openHotline } from '../command-line/open-hotline.js';
import { tellWhenOutOfReach } from '../command-line/out-of-reach.js';
import { importFile, rehearseImport, type ImportOptions, type SheetReport } from './import-file.js';
import { IMPORT_TEXTS, reportLines } from './import-texts.js';
import { RequestImporter } from './request-importer.js';
import { UnreadableFile } from './sheet-file.js';

const DEFAULT_SOURCE = 'web';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    source: { type: 'string', default: DEFAULT_SOURCE },
    lang: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const language = commandLanguage(values.lang, env);
const texts = IMPORT_TEXTS[language];
const [file] = positionals;

if (values.help || file === undefined || positionals.length > 1) {
  stdout.write(texts.usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  await tellWhenOutOfReach(language, () => takeFile(file));
}

async function takeFile(path: string): Promise<void> {
  try {
    const options = { source: values.source, timeZone: officeTimeZone(env), now: officeClock(env).now() };
    const reports = await (values['dry-run'] ? rehearse(path, options) : write(path, options));
    tell(reports);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    stderr.write(`${texts.unreadable(error.path)}\n`);
    process.exitCode = 1;
  }
}

async function write(path: string, options: ImportOptions): Promise<SheetReport[]> {
  const hotline = await openHotline(env);
  try {
    const importer = new RequestImporter({
      ...hotline,
      box: new SealedBox(env.IDENTITY_KEY),
      ledger: new Ledger(),
      clocks: new Clocks(new Timers()),
      outbox: new Outbox(),
    });
    return await importFile(path, importer, new CategoryRepository(), options);
  } finally {
    await hotline.dataSource.destroy();
  }
}

async function rehearse(path: string, options: ImportOptions): Promise<SheetReport[]> {
  const dataSource = await connectToHotline(env);
  try {
    return await rehearseImport(path, dataSource?.manager ?? null, new CategoryRepository(), options);
  } finally {
    await dataSource?.destroy();
  }
}

/** A list with bad rows, or none at all, ends with 1: whoever calls it from a script learns of it. */
function tell(reports: readonly SheetReport[]): void {
  const known = reports.some(({ holds }) => holds !== 'neither');
  for (const line of reportLines(reports, language)) stdout.write(`${line}\n`);
  if (!known) stdout.write(`${texts.nothingKnown}\n`);
  if (values['dry-run']) stdout.write(`${texts.dryRun}\n`);
  const faultless = reports.every((report) => report.holds === 'neither' || report.list.bad.length === 0);
  process.exitCode = known && faultless ? 0 : 1;
}
