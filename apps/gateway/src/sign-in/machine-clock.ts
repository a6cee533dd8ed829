import { SystemClock } from '@app/common/time/clock.js';

/**
 * The machine's own time. Sessions and lock-outs run on it, not on the office's, which a demo may shift: a demo that
 * lives through a week must not sign everybody out.
 */
export class MachineClock extends SystemClock {}
