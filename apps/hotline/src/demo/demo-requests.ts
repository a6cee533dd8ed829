import type { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import type { IncomingRequest } from '../registration/registration.service.js';

export type DemoStep =
  | { readonly do: 'dispatch' | 'accept' }
  | { readonly do: 'reply' | 'answer'; readonly text: string }
  | { readonly do: 'rate'; readonly score: number; readonly comment: string | null };

/** An invented request and how far it has come. */
export interface DemoRequest {
  readonly key: string;
  readonly incoming: IncomingRequest;
  /** Which unit it is for. */
  readonly unit: keyof Pick<typeof DEMO_UNITS, 'housing' | 'labour'>;
  readonly steps: readonly DemoStep[];
}

const NOT_GIVEN = { when: null, who: null, why: null, which: null, result: null } as const;
const zh = 'zh-CN' as const;

/** Requests of the invented 清河县. Names and numbers are invented too. */
export const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    key: 'door-lock',
    unit: 'housing',
    steps: [],
    incoming: {
      kind: 'help',
      channel: 'telephone',
      serviceItemCode: 'housing-repair',
      elements: {
        ...NOT_GIVEN,
        when: '11月20日起',
        where: '清河县幸福小区3号楼',
        what: '三号楼单元门禁损坏，外人随意进出，物业说要等下月才修',
        which: '单元门禁',
      },
      contact: { name: '李桂芳', phone: '13800010001', language: zh },
    },
  },
  {
    key: 'wages',
    unit: 'labour',
    steps: [{ do: 'dispatch' }],
    incoming: {
      kind: 'complaint',
      channel: 'telephone',
      serviceItemCode: 'unpaid-wages',
      elements: {
        when: '今年8月至10月',
        where: '清河县工业园区宏远工地',
        who: '工友12人',
        what: '项目完工两个月，包工头以甲方未结算为由拖欠12名工人工资约18万元',
        why: '甲方未结算',
        which: null,
        result: '希望年前拿到工资',
      },
      contact: { name: '王建国', phone: '13800010002', language: zh },
      greenChannel: true,
    },
  },
  {
    key: 'roof-leak',
    unit: 'housing',
    steps: [{ do: 'dispatch' }, { do: 'accept' }],
    incoming: {
      kind: 'help',
      channel: 'web',
      serviceItemCode: 'housing-repair',
      elements: {
        ...NOT_GIVEN,
        where: '清河县和平路公租房7栋602室',
        what: '顶楼屋面漏水，雨天卧室滴水，报修三次没有人来',
        result: '墙面发霉',
      },
      contact: { name: '赵敏', phone: '13800010003', language: zh },
    },
  },
  {
    key: 'insurance',
    unit: 'labour',
    steps: [
      {
        do: 'answer',
        text: '可以。持身份证到县政务服务大厅社保窗口，或在省社保网上大厅办理转移，十五个工作日内办结。',
      },
    ],
    incoming: {
      kind: 'consultation',
      channel: 'telephone',
      serviceItemCode: 'social-insurance',
      elements: { ...NOT_GIVEN, where: '外省', what: '在外省工作三年的养老保险能不能转回清河县' },
      contact: { name: '孙晓梅', phone: '13800010004', language: zh },
    },
  },
  {
    key: 'parking',
    unit: 'housing',
    steps: [
      { do: 'dispatch' },
      { do: 'accept' },
      { do: 'reply', text: '经查，小区消防通道内的临时车位已于昨日取消并重新划线，物业已张贴通知，安排保安每日巡查。' },
    ],
    incoming: {
      kind: 'complaint',
      channel: 'visit',
      serviceItemCode: 'property-services',
      elements: { ...NOT_GIVEN, where: '清河县锦绣花园', what: '物业在消防通道划车位收费，消防车进不来' },
      contact: { name: '周海涛', phone: '13800010005', language: zh },
    },
  },
  {
    key: 'deposit',
    unit: 'housing',
    steps: [
      { do: 'dispatch' },
      { do: 'accept' },
      { do: 'reply', text: '装修押金按合同约定执行，请与物业公司协商解决。' },
      { do: 'rate', score: 1, comment: '没有人来核实，等于没有答复。' },
    ],
    incoming: {
      kind: 'complaint',
      channel: 'telephone',
      serviceItemCode: 'property-services',
      elements: {
        when: '今年9月',
        where: '清河县滨江花园2期',
        who: '滨江物业公司',
        what: '装修验收合格半年，物业公司拒绝退还装修押金三千元',
        why: '称地砖色差',
        which: '装修押金',
        result: '多次上门无果',
      },
      contact: { name: '刘洋', phone: '13800010006', language: zh },
    },
  },
  {
    key: 'ramp',
    unit: 'housing',
    steps: [
      { do: 'dispatch' },
      { do: 'accept' },
      { do: 'reply', text: 'The ramp has been levelled and a handrail put up; it was inspected this morning.' },
      { do: 'rate', score: 5, comment: null },
    ],
    incoming: {
      kind: 'suggestion',
      channel: 'web',
      elements: {
        ...NOT_GIVEN,
        where: 'Community centre, Binjiang Road',
        what: 'The wheelchair ramp is too steep to use',
      },
      contact: { name: 'Anna Weber', phone: '+14155550107', language: 'en' },
    },
  },
  {
    key: 'misconduct',
    unit: 'labour',
    steps: [],
    incoming: {
      kind: 'report',
      channel: 'letter',
      serviceItemCode: 'misconduct',
      elements: {
        ...NOT_GIVEN,
        where: '清河县某镇劳动保障所',
        who: '该所一名负责人',
        what: '办理就业补贴时要求申请人请客送礼，否则材料一直不通过',
      },
      contact: { name: '钱卫东', phone: '13800010008', language: zh },
    },
  },
];
