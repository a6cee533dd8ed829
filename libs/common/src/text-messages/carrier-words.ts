import { plainWords } from './plain-words.js';

/** What the carrier, or the law, has already settled for a message of one word. */
export type Disposition = 'opted_out' | 'opted_in' | 'left_to_carrier' | 'passed_on';

const STOP = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  '退订',
  'TD',
  'T',
]);
const START = new Set(['START', 'YES', 'UNSTOP']);
const ANSWERED_BY_CARRIER = new Set(['HELP', 'INFO']);

/**
 * What to do with a text message before any grammar of ours (interfaces.md §3): opt-outs are recorded and never
 * answered, words of the carrier are never words of ours, everything else is passed on.
 */
export function dispositionOf(text: string): Disposition {
  const word = plainWords(text);
  if (STOP.has(word)) return 'opted_out';
  if (START.has(word)) return 'opted_in';
  return ANSWERED_BY_CARRIER.has(word) ? 'left_to_carrier' : 'passed_on';
}
