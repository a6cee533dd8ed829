import { bring, DEED, form, HOUSEHOLD, ID_CARD, MARRIAGE, PROXY } from './materials.js';
import { itemsOf, type DemoItem } from './item.js';

const item = itemsOf('property');
const REGISTER_LAW = {
  lawZh: '《不动产登记暂行条例》第十四条、第十六条',
  lawEn: 'Interim Regulations on Real Estate Registration, arts. 14 and 16',
};
const APPLICATION = form('不动产登记申请书', 'Application for registration of real estate');

/** 不动产与住房. */
export const PROPERTY_ITEMS: readonly DemoItem[] = [
  item(
    'property-transfer',
    { zh: '不动产转移登记', en: 'Transfer of real estate', ...REGISTER_LAW },
    [40, 5],
    [
      [
        APPLICATION,
        ID_CARD,
        DEED,
        bring('买卖合同', 'Contract of sale'),
        bring('完税证明', 'Tax receipt', { copies: 1 }),
        MARRIAGE,
      ],
      [
        APPLICATION,
        ID_CARD,
        DEED,
        bring('买卖合同', 'Contract of sale'),
        bring('完税证明', 'Tax receipt', {
          originals: 0,
          copies: 1,
          noteZh: '已联网核验的不需要',
          noteEn: 'Not where it is checked online',
        }),
      ],
    ],
    { feeCents: 8000, representative: true, groups: true },
  ),
  item(
    'property-mortgage',
    {
      zh: '不动产抵押登记',
      en: 'Mortgage on real estate',
      lawZh: '《中华人民共和国民法典》第四百零二条；《不动产登记暂行条例》第五条',
      lawEn: 'Civil Code, art. 402; Interim Regulations on Real Estate Registration, art. 5',
    },
    [25, 3],
    [[APPLICATION, ID_CARD, DEED, bring('借款合同和抵押合同', 'Loan and mortgage contracts')]],
    { greenChannel: false, representative: true },
  ),
  item(
    'property-inheritance',
    {
      zh: '因继承转移不动产登记',
      en: 'Real estate, transfer by inheritance',
      lawZh: '《民法典》第二百三十条；《不动产登记暂行条例实施细则》第十四条',
      lawEn: 'Civil Code, art. 230; Implementing Rules on Real Estate Registration, art. 14',
    },
    [60, 20],
    [
      [
        APPLICATION,
        ID_CARD,
        HOUSEHOLD,
        DEED,
        bring('死亡证明', 'Certificate of death', { copies: 1 }),
        bring('亲属关系证明或公证书', 'Proof of kinship or a notarial deed', { copies: 1 }),
      ],
    ],
    { groups: true },
  ),
  item(
    'property-enquiry',
    {
      zh: '不动产登记资料查询',
      en: 'Enquiry in the real estate register',
      lawZh: '《不动产登记资料查询暂行办法》第六条',
      lawEn: 'Interim Measures on Enquiries in the Real Estate Register, art. 6',
    },
    [10, 0],
    [[ID_CARD, PROXY]],
    { representative: true },
  ),
  item(
    'housing-subsidy',
    {
      zh: '公租房租赁补贴申请',
      en: 'Rent subsidy for public housing',
      lawZh: '《公共租赁住房管理办法》第七条、第八条',
      lawEn: 'Measures on Public Rental Housing, arts. 7 and 8',
    },
    [30, 20],
    [
      [
        form('公租房申请表', 'Application for public housing'),
        ID_CARD,
        HOUSEHOLD,
        bring('收入证明', 'Proof of income'),
      ],
    ],
    { representative: true },
  ),
  item(
    'housing-fund',
    {
      zh: '住房公积金提取',
      en: 'Withdrawal from the housing fund',
      lawZh: '《住房公积金管理条例》第二十四条',
      lawEn: 'Housing Fund Regulations, art. 24',
    },
    [20, 3],
    [
      [
        ID_CARD,
        bring('购房、租房或退休证明', 'Proof of purchase, lease or retirement', { copies: 1 }),
        bring('本人银行卡', 'Own bank card'),
      ],
    ],
  ),
];
