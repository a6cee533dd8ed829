import { defineWords } from '@shared/i18n/words.js';

/** How to reach the citizen. */
export const contactFieldsWords = defineWords(
  {
    title: '怎么联系您',
    nameLabel: '姓名',
    nameHint: '可以不填。',
    phoneLabel: '电话',
    phoneHint: '手机会收到短信；座机请加区号。',
    addressLabel: '上门地址',
    addressHint: '写到门牌号或村组，工作人员才找得到。',
    'flaw.phoneMissing': '请填写电话，以便通知您',
    'flaw.phoneWrong': '请填写正确的电话，例如 13812345678 或 0571-88886666',
    'flaw.representativeNameMissing': '请填写受托人姓名',
    'flaw.representativeRelationMissing': '请填写受托人与您的关系',
    'flaw.visitAddressMissing': '请填写上门地址',
  },
  {
    title: 'How can we reach you?',
    nameLabel: 'Name',
    nameHint: 'You can leave this empty.',
    phoneLabel: 'Telephone',
    phoneHint: 'A mobile gets text messages; a landline needs its area code.',
    addressLabel: 'Address to visit',
    addressHint: 'With house number or village group, so that we can find it.',
    'flaw.phoneMissing': 'Enter a telephone number, so that we can tell you',
    'flaw.phoneWrong': 'Enter a telephone number like 13812345678 or 0571-88886666',
    'flaw.representativeNameMissing': 'Enter the name of the person who comes for you',
    'flaw.representativeRelationMissing': 'Enter their relation to you',
    'flaw.visitAddressMissing': 'Enter the address to visit',
  },
);
