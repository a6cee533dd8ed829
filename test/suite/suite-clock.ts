import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Moves the clock of a running suite on, by what its file says. Whole milliseconds, for the services take nothing else as
 * a shift; and in one stroke, for one that looked into a file half written would be back in the machine's time.
 * @param by in ms; negative: back
 * @returns how far the suite's clock is ahead of the machine's now, in ms
 */
export function moveSuiteClock(file: string, by: number): number {
  const offset = suiteClockOffset(file) + Math.round(by);
  const written = `${file}.next`;
  writeFileSync(written, String(offset));
  renameSync(written, file);
  return offset;
}

/** How far the suite's clock is ahead of the machine's, in ms. */
export function suiteClockOffset(file: string): number {
  return Number(readFileSync(file, 'utf8'));
}
