import { env, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { commandLanguage } from '@app/common/command-line/language.js';
import { problemDocument } from '@app/common/http/problem-document.js';
import { COMMON_PROBLEMS } from '@app/common/http/problem-texts.js';
import { DomainError } from '@app/common/http/problem.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { databaseUrlFor } from '@app/common/persistence/data-source.js';
import { openDatabase } from '@app/common/persistence/open-database.js';
import { GATEWAY_MIGRATIONS } from '../migrations/gateway-migrations.js';
import { GATEWAY_PROBLEMS } from '../problems.js';
import { carryOut } from './staff-command.js';
import { STAFF_COMMAND_TEXTS } from './staff-command-texts.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    zh: { type: 'string' },
    en: { type: 'string' },
    kind: { type: 'string' },
    address: { type: 'string' },
    phone: { type: 'string' },
    display: { type: 'string' },
    role: { type: 'string', multiple: true },
    unit: { type: 'string' },
    lang: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const language = commandLanguage(values.lang, env);
const [what, subject, ...more] = positionals;

if (values.help || what === undefined || more.length > 0) {
  stdout.write(STAFF_COMMAND_TEXTS[language].usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  const dataSource = await openDatabase({
    service: 'gateway',
    entities: [],
    migrations: [CommonTables1763856000000, ...GATEWAY_MIGRATIONS],
    url: databaseUrlFor('gateway', env),
    poolSize: 2,
  });
  try {
    const outcome = await carryOut({ what, subject, values }, { dataSource, env, language });
    stdout.write(outcome === null ? STAFF_COMMAND_TEXTS[language].usage : `${outcome.text}\n`);
    process.exitCode = outcome === null ? 2 : outcome.done ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const {
      title,
      detail,
      errors = [],
    } = problemDocument(error, { ...COMMON_PROBLEMS, ...GATEWAY_PROBLEMS }, language, null);
    stderr.write(`${[title, detail].filter(Boolean).join(' ')}\n`);
    for (const fault of errors) stderr.write(`  ${fault.pointer.slice(1)}: ${fault.detail}\n`);
    process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
}
