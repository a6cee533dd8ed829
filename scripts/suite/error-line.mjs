// @ts-check

/** Levels of pino's log lines; errors and worse are shown on the terminal. */
const ERROR = 50;

/**
 * What of a service's log line belongs on the terminal: errors, and everything that is not a log line (a stack trace of
 * a process that dies).
 * @param {string} line
 * @returns {string | undefined}
 */
export function errorLine(line) {
  if (line.trim() === '') return undefined;
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg, err } = JSON.parse(line);
    if (typeof level === 'number' && level < ERROR) return undefined;
    return [msg, err?.message].filter(Boolean).join(': ') || line;
  } catch {
    return line;
  }
}
