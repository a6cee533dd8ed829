import { bring, form, HOUSEHOLD, ID_CARD, MARRIAGE, PHOTO, PROXY, DEED } from './materials.js';
import { itemsOf, type DemoItem } from './item.js';

const item = itemsOf('household');
const HOUSEHOLD_LAW = {
  lawZh: '《中华人民共和国户口登记条例》第七条、第十条',
  lawEn: 'Household Registration Regulations, arts. 7 and 10',
};
const ID_LAW = {
  lawZh: '《中华人民共和国居民身份证法》第十条、第十一条',
  lawEn: 'Law on Resident Identity Cards, arts. 10 and 11',
};

/** 户籍与出入境. */
export const HOUSEHOLD_ITEMS: readonly DemoItem[] = [
  item(
    'id-card-first',
    { zh: '居民身份证首次申领', en: 'Identity card, first issue', ...ID_LAW },
    [15, 7],
    [
      [HOUSEHOLD, PHOTO],
      [
        HOUSEHOLD,
        bring('监护人身份证', 'Guardian’s identity card', {
          copies: 1,
          noteZh: '未满十六周岁的由监护人陪同',
          noteEn: 'Under sixteen: a guardian comes along',
        }),
      ],
    ],
    { homeVisit: true, groups: true },
  ),
  item(
    'id-card-renewal',
    { zh: '居民身份证换领、补领', en: 'Identity card, renewal or replacement', ...ID_LAW },
    [15, 7],
    [
      [
        HOUSEHOLD,
        bring('旧居民身份证', 'Old identity card', { noteZh: '遗失的不需要', noteEn: 'Not where it is lost' }),
      ],
    ],
    { feeCents: 2000, homeVisit: true, groups: true },
  ),
  item(
    'birth-registration',
    { zh: '出生登记', en: 'Registration of a birth', ...HOUSEHOLD_LAW },
    [20, 0],
    [[bring('出生医学证明', 'Medical certificate of birth', { copies: 1 }), HOUSEHOLD, MARRIAGE, ID_CARD]],
    { representative: true },
  ),
  item(
    'household-move',
    { zh: '户口迁移', en: 'Change of household registration', ...HOUSEHOLD_LAW },
    [30, 3],
    [[HOUSEHOLD, ID_CARD, form('户口迁移申请表', 'Application for a change of registration'), DEED]],
    { groups: true },
  ),
  item(
    'residence-permit',
    {
      zh: '居住证申领、签注',
      en: 'Residence permit, issue or endorsement',
      lawZh: '《居住证暂行条例》第九条、第十条',
      lawEn: 'Interim Regulations on Residence Permits, arts. 9 and 10',
    },
    [15, 15],
    [
      [
        ID_CARD,
        PHOTO,
        bring('住址证明', 'Proof of address', {
          copies: 1,
          noteZh: '租赁合同、房屋产权证或单位证明任一种',
          noteEn: 'A lease, a deed or a letter of the employer',
        }),
      ],
    ],
    { representative: true },
  ),
  item(
    'travel-document',
    {
      zh: '普通护照、往来港澳通行证申领',
      en: 'Passport or permit for Hong Kong and Macao',
      lawZh: '《中华人民共和国护照法》第五条、第六条',
      lawEn: 'Passport Law, arts. 5 and 6',
    },
    [20, 7],
    [[ID_CARD, PHOTO, form('中国公民出入境证件申请表', 'Application for a travel document')]],
    { feeCents: 12000, groups: true },
  ),
  item(
    'household-certificate',
    {
      zh: '户籍类证明开具',
      en: 'Certificates from the household register',
      lawZh: '《公安派出所出具证明工作规范》第三条',
      lawEn: 'Rules for Certificates of Police Stations, art. 3',
    },
    [10, 0],
    [[ID_CARD, HOUSEHOLD, PROXY]],
    { representative: true },
  ),
];
