// @ts-check

/** Levels of the services' JSON log lines that a person at the terminal should see. */
const SHOWN = new Set(['error', 'fatal']);

/**
 * What of a service's output belongs on the terminal: errors, and everything that is not a log line (a stack trace of a
 * process that dies).
 * @param {string} line
 * @returns {string | undefined}
 */
export function errorLine(line) {
  if (line.trim() === '') return undefined;
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg } = JSON.parse(line);
    return SHOWN.has(level) ? String(msg) : undefined;
  } catch {
    return line;
  }
}
