import { defineWords } from '@shared/i18n/words.js';

/** The fields of service of a hall. A county may ask for qualifications of its own, which are called what it wrote. */
export const qualificationWords = defineWords(
  {
    'qualification.household': '户籍',
    'qualification.social': '社会保险',
    'qualification.medical': '医疗保障',
    'qualification.property': '不动产',
    'qualification.business': '企业开办',
    'qualification.civil': '民政',
    'qualification.life': '便民',
  },
  {
    'qualification.household': 'household',
    'qualification.social': 'social insurance',
    'qualification.medical': 'medical insurance',
    'qualification.property': 'real estate',
    'qualification.business': 'business',
    'qualification.civil': 'civil affairs',
    'qualification.life': 'everyday services',
  },
);
