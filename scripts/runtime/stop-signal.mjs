// @ts-check

/**
 * Aborted by Ctrl-C or SIGTERM, and when the npm that started this has gone: the shell between the two does not pass
 * SIGTERM on. Asking again changes nothing: stopping in order takes a moment, and hurrying it would leave servers behind.
 * @returns {AbortSignal}
 */
export function stopSignal() {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || stopping.abort(), 500).unref();
  }
  return stopping.signal;
}
