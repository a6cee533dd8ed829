import { RunningSuite } from '../../suite/running-suite.js';

/**
 * Starts the suite before the first browser test and stops it after the last. `SUNLINE_URL` names a running one instead
 * (`npm start` in another terminal), for writing tests.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.SUNLINE_URL) return async () => undefined;
  const running = await RunningSuite.start();
  process.env.SUNLINE_URL = running.url;
  process.env.SUNLINE_PHONES_URL = running.suite.urlOf('simulator');
  process.env.SUNLINE_CLOCK_FILE = running.clockFile;
  return () => running.stop();
}
