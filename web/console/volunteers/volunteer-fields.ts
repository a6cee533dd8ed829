import { listed } from '@shared/i18n/listed.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { volunteerFieldWords } from './volunteer-field.words.js';

type FieldKey = keyof (typeof volunteerFieldWords)['zh-CN'];

/** The fields of the law that have a name in both languages; an administrator may write others. */
export const VOLUNTEER_FIELDS: readonly string[] = Object.keys(volunteerFieldWords['zh-CN']).map((key) =>
  key.replace(/^field\./, ''),
);

/** Whether a field has a name in both languages. */
export function isKnownField(field: string): boolean {
  return isKnown(`field.${field}`);
}

/** The names of fields in the language shown; one that an administrator has made up stands as typed. */
export function useFieldNames(): (fields: readonly string[]) => string {
  const t = useWords(volunteerFieldWords);
  const shown = useLanguage();
  return (fields) => {
    const names = fields.map((field) => {
      const key = `field.${field}`;
      return isKnown(key) ? t(key) : field;
    });
    return listed(names, shown);
  };
}

function isKnown(key: string): key is FieldKey {
  return key in volunteerFieldWords['zh-CN'];
}
