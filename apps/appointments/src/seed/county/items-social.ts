import { BANK_CARD, bring, form, HOUSEHOLD, ID_CARD, PHOTO, PROXY } from './materials.js';
import { itemsOf, type DemoItem } from './item.js';

const social = itemsOf('social');
const medical = itemsOf('medical');
const INSURANCE_LAW = {
  lawZh: '《中华人民共和国社会保险法》第十六条、第五十八条',
  lawEn: 'Social Insurance Law, arts. 16 and 58',
};
const MEDICAL_LAW = {
  lawZh: '《医疗保障基金使用监督管理条例》第八条；《社会保险法》第二十八条',
  lawEn: 'Regulations on Medical Security Funds, art. 8; Social Insurance Law, art. 28',
};

/** 社会保险与就业. */
export const SOCIAL_ITEMS: readonly DemoItem[] = [
  social(
    'social-card',
    {
      zh: '社会保障卡申领、补领',
      en: 'Social security card, issue or replacement',
      lawZh: '《社会保障卡管理办法》第九条',
      lawEn: 'Measures on Social Security Cards, art. 9',
    },
    [15, 0],
    [[ID_CARD, PHOTO, PROXY]],
    { representative: true, homeVisit: true, groups: true },
  ),
  social(
    'pension-application',
    { zh: '职工基本养老保险待遇申领', en: 'Pension, application by employees', ...INSURANCE_LAW },
    [30, 20],
    [
      [
        ID_CARD,
        BANK_CARD,
        bring('本人档案', 'Personal file', {
          noteZh: '由存档单位移交的不需要',
          noteEn: 'Not where the keeper hands it over',
        }),
      ],
      [ID_CARD, BANK_CARD],
    ],
    { representative: true },
  ),
  social(
    'resident-pension',
    {
      zh: '城乡居民养老保险参保登记',
      en: 'Residents’ pension insurance, enrolment',
      lawZh: '《社会保险法》第二十条、第二十二条',
      lawEn: 'Social Insurance Law, arts. 20 and 22',
    },
    [15, 0],
    [[ID_CARD, HOUSEHOLD, BANK_CARD]],
    { representative: true, homeVisit: true, groups: true },
  ),
  social(
    'pension-alive-check',
    {
      zh: '养老待遇领取资格认证',
      en: 'Proof of life for pensioners',
      lawZh: '《社会保险基金先行支付暂行办法》；人社部发〔2018〕16号',
      lawEn: 'Ministry of Human Resources notice no. 16 of 2018',
    },
    [10, 0],
    [[ID_CARD]],
    { homeVisit: true, groups: true },
  ),
  social(
    'unemployment-benefit',
    {
      zh: '失业保险金申领',
      en: 'Unemployment benefit',
      lawZh: '《失业保险条例》第十四条、第十六条',
      lawEn: 'Unemployment Insurance Regulations, arts. 14 and 16',
    },
    [20, 10],
    [[ID_CARD, BANK_CARD, bring('终止或解除劳动关系证明', 'Proof that employment has ended', { copies: 1 })]],
  ),
  social(
    'work-injury',
    {
      zh: '工伤认定申请',
      en: 'Recognition of an injury at work',
      lawZh: '《工伤保险条例》第十七条、第十八条',
      lawEn: 'Work Injury Insurance Regulations, arts. 17 and 18',
    },
    [40, 60],
    [
      [
        form('工伤认定申请表', 'Application for recognition'),
        ID_CARD,
        bring('劳动关系证明', 'Proof of employment', { copies: 1 }),
        bring('医疗诊断证明', 'Medical diagnosis', { copies: 1 }),
      ],
    ],
    { representative: true },
  ),
];

/** 医疗保障. */
export const MEDICAL_ITEMS: readonly DemoItem[] = [
  medical(
    'medical-enrolment',
    { zh: '城乡居民基本医疗保险参保登记', en: 'Residents’ medical insurance, enrolment', ...MEDICAL_LAW },
    [10, 0],
    [[ID_CARD, HOUSEHOLD]],
    { representative: true, groups: true },
  ),
  medical(
    'medical-elsewhere',
    { zh: '异地就医备案', en: 'Treatment elsewhere, registration', ...MEDICAL_LAW },
    [10, 0],
    [
      [
        ID_CARD,
        bring('居住证或转诊意见', 'Residence permit or referral', {
          copies: 1,
          noteZh: '长期居住的提供居住证',
          noteEn: 'A permit where you live there for long',
        }),
      ],
    ],
    { representative: true },
  ),
  medical(
    'medical-refund',
    { zh: '医疗费用手工报销', en: 'Refund of medical costs', ...MEDICAL_LAW },
    [25, 15],
    [
      [
        ID_CARD,
        BANK_CARD,
        bring('医疗费用票据和清单', 'Bills and itemised lists'),
        bring('出院记录', 'Discharge summary', { copies: 1 }),
      ],
    ],
    { representative: true },
  ),
  medical(
    'maternity-benefit',
    {
      zh: '生育津贴申领',
      en: 'Maternity benefit',
      lawZh: '《社会保险法》第五十四条、第五十六条',
      lawEn: 'Social Insurance Law, arts. 54 and 56',
    },
    [15, 10],
    [[ID_CARD, bring('出生医学证明', 'Medical certificate of birth', { copies: 1 }), BANK_CARD]],
    { representative: true },
  ),
  medical(
    'chronic-disease',
    { zh: '门诊慢特病待遇认定', en: 'Recognition of a chronic disease', ...MEDICAL_LAW },
    [20, 10],
    [
      [
        ID_CARD,
        bring('二级以上医院诊断证明和检查报告', 'Diagnosis and reports of a hospital of the second grade or above', {
          copies: 1,
        }),
      ],
    ],
    { representative: true, homeVisit: true },
  ),
];
