// @ts-check
import { stripVTControlCharacters } from 'node:util';

/** One test that failed, and what it said. @typedef {{ test: string, message: string }} Failure */

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} JestTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: JestTest[] }} JestFile */
/** @typedef {{ title: string, file: string, line: number, ok: boolean, tests: { results: { error?: { message: string } }[] }[] }} BrowserSpec */
/** @typedef {{ specs?: BrowserSpec[], suites?: BrowserSuite[] }} BrowserSuite */

/** What is shown of one message: its beginning says what was expected where. */
const LINES = 16;
const FAILURES = 10;

/**
 * @param {{ testResults?: JestFile[] } | undefined} result as Jest writes it
 * @returns {Failure[]}
 */
export function jestFailures(result) {
  return (result?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    // A file that could not be read has no tests to blame.
    if (failed.length === 0 && status === 'failed') return [{ test: name, message }];
    return failed.map(({ fullName, failureMessages }) => ({ test: fullName, message: failureMessages.join('\n') }));
  });
}

/**
 * @param {BrowserSuite | undefined} result as Playwright writes it
 * @returns {Failure[]}
 */
export function browserFailures(result) {
  const own = (result?.specs ?? [])
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => ({
      test: `${file}:${line} ${title}`,
      message: tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
    }));
  return [...own, ...(result?.suites ?? []).flatMap(browserFailures)];
}

/**
 * The failures once more where one looks first, at the end of a long log.
 * @param {readonly Failure[]} failures
 * @returns {string} lines to print; none where nothing failed
 */
export function failuresText(failures) {
  const shown = failures.slice(0, FAILURES).flatMap(({ test, message }) => {
    const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, LINES);
    return ['', `✘ ${test}`, ...lines.map((line) => `    ${line}`)];
  });
  const more = failures.length - FAILURES;
  return [...shown, ...(more > 0 ? ['', `… and ${more} more`] : [])].join('\n');
}
