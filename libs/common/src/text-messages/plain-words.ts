/**
 * A text message as the grammar reads it (interfaces.md §3): NFKC, upper-cased, blanks as single spaces, and off what
 * stands around it: blanks, quotation marks copied from our own messages, a full stop.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}
