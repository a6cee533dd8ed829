import { bring, form, ID_CARD, LICENCE, PROXY, SEAL } from './materials.js';
import { itemsOf, type DemoItem } from './item.js';

const item = itemsOf('business');
const COMPANY_LAW = {
  lawZh: '《中华人民共和国市场主体登记管理条例》第三条、第十六条',
  lawEn: 'Regulations on Registration of Market Entities, arts. 3 and 16',
};
const PREMISES = bring('经营场所使用证明', 'Proof of the premises', { copies: 1 });

/** 企业开办与经营. */
export const BUSINESS_ITEMS: readonly DemoItem[] = [
  item(
    'company-setup',
    { zh: '企业设立登记', en: 'Registration of a company', ...COMPANY_LAW },
    [40, 1],
    [
      [
        form('公司登记（备案）申请书', 'Application for registration of a company'),
        ID_CARD,
        PREMISES,
        bring('公司章程', 'Articles of association'),
      ],
    ],
    { greenChannel: false, representative: true },
  ),
  item(
    'sole-trader',
    {
      zh: '个体工商户登记',
      en: 'Registration of a sole trader',
      lawZh: '《促进个体工商户发展条例》第十条；《市场主体登记管理条例》第二条',
      lawEn: 'Regulations on Sole Traders, art. 10; Regulations on Registration of Market Entities, art. 2',
    },
    [20, 0],
    [[form('个体工商户登记申请书', 'Application for registration of a sole trader'), ID_CARD, PREMISES]],
    { representative: true },
  ),
  item(
    'company-change',
    { zh: '企业变更登记', en: 'Changes of a registered company', ...COMPANY_LAW },
    [30, 1],
    [
      [
        form('公司登记（备案）申请书', 'Application for registration of a company'),
        LICENCE,
        SEAL,
        bring('股东会决议', 'Resolution of the shareholders'),
      ],
    ],
    { greenChannel: false, representative: true },
  ),
  item(
    'company-deregistration',
    {
      zh: '企业注销登记',
      en: 'Deregistration of a company',
      lawZh: '《市场主体登记管理条例》第三十一条、第三十二条',
      lawEn: 'Regulations on Registration of Market Entities, arts. 31 and 32',
    },
    [30, 2],
    [
      [
        form('企业注销登记申请书', 'Application for deregistration'),
        LICENCE,
        bring('清算报告', 'Liquidation report'),
        PROXY,
      ],
    ],
    { greenChannel: false, representative: true },
  ),
  item(
    'food-licence',
    {
      zh: '食品经营许可',
      en: 'Licence to sell food',
      lawZh: '《中华人民共和国食品安全法》第三十五条；《食品经营许可和备案管理办法》第十四条',
      lawEn: 'Food Safety Law, art. 35; Measures on Food Business Licences, art. 14',
    },
    [30, 10],
    [
      [
        form('食品经营许可申请书', 'Application for a food licence'),
        LICENCE,
        ID_CARD,
        bring('设备布局和操作流程图', 'Plan of equipment and workflow'),
        bring('食品安全管理制度', 'Food safety rules'),
      ],
    ],
    { greenChannel: false, representative: true },
  ),
  item(
    'tax-registration',
    {
      zh: '税务信息报告与发票领用',
      en: 'Tax report and invoices',
      lawZh: '《中华人民共和国税收征收管理法》第十五条；《发票管理办法》第十五条',
      lawEn: 'Tax Collection Law, art. 15; Measures on Invoices, art. 15',
    },
    [25, 0],
    [[LICENCE, ID_CARD, SEAL]],
    { greenChannel: false, representative: true },
  ),
];
