import { useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';
import { STEPS, type Step } from './draft.js';

/** Path of a step: the first one is the beginning. */
export const pathOf = (step: Step): string => (step === 'item' ? '/book' : `/book/${step}`);

/** Path of an item's own page, still the first step. */
export const itemPath = (code: string): string => `/book/item/${code}`;

/**
 * `第 2 步，共 4 步` and the way back, above the title of a step.
 * @param before path of the page before
 */
export function useStepFrame(step: Step, before: string) {
  const t = useWords(bookingWords);
  return {
    above: t('stepOf', { n: STEPS.indexOf(step) + 1, of: STEPS.length }),
    back: { href: before, label: before === '/' ? t('toHome') : t('back') },
  };
}
