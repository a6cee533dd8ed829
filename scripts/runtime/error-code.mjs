// @ts-check

/**
 * The code of a system error (`ENOENT`, `ESRCH`, …).
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
