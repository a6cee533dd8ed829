import { BANK_CARD, bring, form, HOUSEHOLD, ID_CARD, MARRIAGE, PHOTO, PROXY, DEED } from './materials.js';
import { itemsOf, type DemoItem } from './item.js';

const civil = itemsOf('civil');
const life = itemsOf('life');
const MARRIAGE_LAW = {
  lawZh: '《婚姻登记条例》第七条、第八条；《民法典》第一千零四十九条',
  lawEn: 'Marriage Registration Regulations, arts. 7 and 8; Civil Code, art. 1049',
};

/** 民政与救助. */
export const CIVIL_ITEMS: readonly DemoItem[] = [
  civil(
    'marriage',
    { zh: '结婚登记', en: 'Registration of a marriage', ...MARRIAGE_LAW },
    [30, 0],
    [
      [ID_CARD, HOUSEHOLD, bring('二寸红底双人合影', 'Photograph of both, 2 inches, red background', { originals: 3 })],
      [
        ID_CARD,
        bring('二寸红底双人合影', 'Photograph of both, 2 inches, red background', {
          originals: 3,
          noteZh: '可现场免费拍摄',
          noteEn: 'May be taken on the spot free of charge',
        }),
      ],
    ],
  ),
  civil(
    'low-income',
    {
      zh: '最低生活保障申请',
      en: 'Minimum living allowance',
      lawZh: '《社会救助暂行办法》第九条、第十一条',
      lawEn: 'Interim Measures on Social Assistance, arts. 9 and 11',
    },
    [40, 20],
    [
      [
        form('社会救助申请表', 'Application for social assistance'),
        ID_CARD,
        HOUSEHOLD,
        BANK_CARD,
        bring('家庭经济状况核对授权书', 'Consent to the check of the household’s means'),
      ],
    ],
    { representative: true, homeVisit: true },
  ),
  civil(
    'disability-allowance',
    {
      zh: '残疾人两项补贴申请',
      en: 'Allowances for disabled people',
      lawZh: '《中华人民共和国残疾人保障法》第四十六条；国发〔2015〕52号',
      lawEn: 'Law on the Protection of Disabled Persons, art. 46; State Council notice no. 52 of 2015',
    },
    [20, 10],
    [[ID_CARD, bring('残疾人证', 'Disability certificate', { copies: 1 }), BANK_CARD]],
    { representative: true, homeVisit: true },
  ),
  civil(
    'elderly-allowance',
    {
      zh: '高龄津贴申请',
      en: 'Allowance for the very old',
      lawZh: '《中华人民共和国老年人权益保障法》第三十三条',
      lawEn: 'Law on the Rights of the Elderly, art. 33',
    },
    [15, 10],
    [[ID_CARD, HOUSEHOLD, BANK_CARD, PROXY]],
    { representative: true, homeVisit: true, groups: true },
  ),
  civil(
    'home-care',
    {
      zh: '居家养老服务评估',
      en: 'Assessment for care at home',
      lawZh: '《中华人民共和国老年人权益保障法》第三十七条',
      lawEn: 'Law on the Rights of the Elderly, art. 37',
    },
    [60, 10],
    [[ID_CARD, bring('近期病历', 'Recent medical records', { originals: 0, copies: 1 })]],
    { representative: true, homeVisit: true },
  ),
];

/** 交通、教育与生活. */
export const LIFE_ITEMS: readonly DemoItem[] = [
  life(
    'driving-licence',
    {
      zh: '机动车驾驶证换证',
      en: 'Driving licence, renewal',
      lawZh: '《机动车驾驶证申领和使用规定》第六十三条',
      lawEn: 'Rules on Driving Licences, art. 63',
    },
    [15, 0],
    [[ID_CARD, PHOTO, bring('身体条件证明', 'Certificate of physical fitness')]],
    { feeCents: 1000, groups: true },
  ),
  life(
    'vehicle-registration',
    {
      zh: '机动车注册登记',
      en: 'Registration of a motor vehicle',
      lawZh: '《中华人民共和国道路交通安全法》第八条、第九条',
      lawEn: 'Road Traffic Safety Law, arts. 8 and 9',
    },
    [30, 1],
    [
      [
        ID_CARD,
        bring('购车发票', 'Purchase invoice'),
        bring('车辆合格证', 'Certificate of conformity'),
        bring('交强险保单', 'Compulsory insurance policy'),
      ],
    ],
    { feeCents: 12500, greenChannel: false, representative: true },
  ),
  life(
    'school-enrolment',
    {
      zh: '义务教育入学登记',
      en: 'School enrolment',
      lawZh: '《中华人民共和国义务教育法》第十一条、第十二条',
      lawEn: 'Compulsory Education Law, arts. 11 and 12',
    },
    [20, 5],
    [[HOUSEHOLD, DEED, bring('预防接种证', 'Vaccination record', { copies: 1 })]],
    { groups: true, representative: true },
  ),
  life(
    'legal-aid',
    {
      zh: '法律援助申请',
      en: 'Legal aid',
      lawZh: '《中华人民共和国法律援助法》第三十一条、第四十一条',
      lawEn: 'Legal Aid Law, arts. 31 and 41',
    },
    [40, 7],
    [
      [
        form('法律援助申请表', 'Application for legal aid'),
        ID_CARD,
        bring('经济困难说明', 'Statement of means'),
        MARRIAGE,
      ],
    ],
    { representative: true, homeVisit: true, groups: true },
  ),
  life(
    'utilities',
    {
      zh: '水电气报装与过户',
      en: 'Water, power and gas: connection or change of name',
      lawZh: '《电力供应与使用条例》第二十三条；《城镇燃气管理条例》第二十条',
      lawEn: 'Power Supply Regulations, art. 23; Gas Regulations, art. 20',
    },
    [20, 3],
    [[ID_CARD, DEED, PROXY]],
    { representative: true },
  ),
];
