import { useWords } from '@shared/i18n/use-words.js';
import { qualificationWords } from './qualification.words.js';

const FIELDS = ['household', 'social', 'medical', 'property', 'business', 'civil', 'life'] as const;

/** What a qualification is called in the language shown. */
export function useQualificationName() {
  const t = useWords(qualificationWords);
  return (qualification: string) => {
    const field = FIELDS.find((one) => one === qualification);
    return field ? t(`qualification.${field}`) : qualification;
  };
}
