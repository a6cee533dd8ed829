import { SystemClock, type Clock } from './clock.js';
import { FileClock } from './file-clock.js';

/** The office's clock: the machine's, or one that `CLOCK_FILE` shifts, for demos and tests. */
export function officeClock(env: NodeJS.ProcessEnv): Clock {
  return env.CLOCK_FILE ? new FileClock(env.CLOCK_FILE) : new SystemClock();
}
