// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { runtimeDir } from './runtime/paths.mjs';
import { runScript, UserMessage } from './runtime/user-message.mjs';
import { clockFile } from './suite/services.mjs';

const UNITS_MS = new Map([
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
]);

/**
 * `npm run clock -- +3d` moves the suite's clock on by three days (`h` hours, `m` minutes, `-` back), `reset` gives it
 * the machine's time again, nothing says what it shows. For demonstrations: limits run out without waiting.
 */
await runScript(async () => {
  const file = clockFile(runtimeDir());
  const [step] = process.argv.slice(2);
  const offset = step === undefined ? readOffset(file) : next(step, readOffset(file));
  if (step !== undefined) writeFileSync(file, String(offset));
  const zone = process.env.OFFICE_TIME_ZONE ?? 'Asia/Shanghai';
  const shown = new Date(Date.now() + offset).toLocaleString('sv-SE', { timeZone: zone });
  console.log(`The suite’s clock shows ${shown} (${zone}).`);
});

/**
 * @param {string} step
 * @param {number} offset
 * @returns {number} ms
 */
function next(step, offset) {
  if (step === 'reset') return 0;
  const [, sign, count, unit = ''] = /^([+-])(\d+)([dhm])$/.exec(step) ?? [];
  const unitMs = UNITS_MS.get(unit);
  if (!unitMs) throw new UserMessage('Say how far, e.g.  npm run clock -- +3d   or +5h, +30m, -1d, reset');
  const span = Number(count) * unitMs;
  return sign === '-' ? offset - span : offset + span;
}

/** @param {string} file */
function readOffset(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}
