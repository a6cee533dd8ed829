import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { verifySuite, type Outcome } from './verify-suite.js';

const USAGE = `npm run audit:verify -- [--heads FILE]
  Recomputes the seals of every service's ledger. Exit code 1 at a mismatch, 2 when there is no ledger at all.
  --heads FILE  compares with the heads noted there by earlier runs and adds today's.
                Keep the file away from the database: it is what tells a rewritten chain.
`;
const EXIT_CODES: Readonly<Record<Outcome, number>> = { intact: 0, 'not-intact': 1, 'nothing-found': 2 };

const { values } = parseArgs({ options: { heads: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) {
  stdout.write(USAGE);
} else {
  const outcome = await verifySuite(process.env, values.heads, (line) => stdout.write(`${line}\n`));
  process.exitCode = EXIT_CODES[outcome];
}
