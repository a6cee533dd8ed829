/** Spaces of any width, tabs among them; a line break is not one. */
const SPACES = /[\t\v\f \u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;
/**
 * Characters that take no room: they only hide that two texts are the same. The joiner of emoji is not
 * among them; half a surrogate pair, which no database takes, is.
 */
const INVISIBLE = /(?![\t\n\v\f])[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2060\ufeff]/gu;
const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/gu;

/** Text out of a spreadsheet as a person would have typed it: no blank lines, no tabs, nothing around the lines. */
export function tidyText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(INVISIBLE, '')
    .split('\n')
    .map(tidySpaces)
    .filter((line) => line !== '')
    .join('\n');
}

/** The same on one line, for a subject or a number. */
export function tidyLine(text: string): string {
  return tidySpaces(tidyText(text).replace(/\n/g, ' '));
}

function tidySpaces(line: string): string {
  return line.replace(SPACES, ' ').trim();
}
