import { ApiProblem } from './problem.js';
import type { Translate } from '../i18n/words.js';
import type { connectionWords } from './connection.words.js';

/** The sentence to show for a failed request: the service's own words where it gave some. */
export function problemWords(error: unknown, t: Translate<(typeof connectionWords)['zh-CN']>): string {
  if (!(error instanceof ApiProblem)) return t('failed');
  if (error.type === 'offline' || error.type === 'timeout') return t(error.type);
  if (error.type.startsWith('http-')) return error.isPassing ? t('away') : t('failed');
  return error.detail ?? error.title;
}
