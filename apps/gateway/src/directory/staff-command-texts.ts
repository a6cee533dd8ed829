import { ROLES } from '@app/common/auth/actor.js';
import { UNIT_KINDS } from '@app/common/contracts/requests.js';
import type { Language } from '@app/common/contracts/request-kind.js';

interface StaffCommandTexts {
  readonly usage: string;
  readonly unitAdded: (code: string) => string;
  readonly noSuchUnit: (code: string) => string;
  readonly noSuchAccount: (name: string) => string;
  readonly oneTimePassword: (name: string, password: string) => string;
}

export const STAFF_COMMAND_TEXTS: Readonly<Record<Language, StaffCommandTexts>> = {
  'zh-CN': {
    usage: `npm run staff -- add-unit 代码 --zh 名称 --en 英文名称 --kind 类别 [--address 地址] [--phone 电话]
npm run staff -- add 用户名 --display 姓名 --role 角色 [--role 角色 …] --unit 单位代码
npm run staff -- reset-password 用户名
  建立单位和账户；账户得到一个只能使用一次的初始密码，首次登录时须另设密码。
  类别：${UNIT_KINDS.join('、')}
  角色：${ROLES.join('、')}
  --lang zh-CN|en
`,
    unitAdded: (code) => `已建立单位 ${code}。`,
    noSuchUnit: (code) => `没有代码为 ${code} 的单位，请先用 add-unit 建立。`,
    noSuchAccount: (name) => `没有用户名为 ${name} 的账户。`,
    oneTimePassword: (name, password) => `账户 ${name} 的初始密码：${password}\n七天内有效，首次登录时须另设密码。`,
  },
  en: {
    usage: `npm run staff -- add-unit CODE --zh NAME --en NAME --kind KIND [--address ADDRESS] [--phone PHONE]
npm run staff -- add USER --display NAME --role ROLE [--role ROLE …] --unit CODE
npm run staff -- reset-password USER
  Makes units and accounts; an account gets a one-time password, to be exchanged at the first sign-in.
  KIND: ${UNIT_KINDS.join(', ')}
  ROLE: ${ROLES.join(', ')}
  --lang zh-CN|en
`,
    unitAdded: (code) => `The unit ${code} is there.`,
    noSuchUnit: (code) => `There is no unit with the code ${code}; make one with add-unit.`,
    noSuchAccount: (name) => `There is no account named ${name}.`,
    oneTimePassword: (name, password) =>
      `One-time password of ${name}: ${password}\nGood for seven days, to be exchanged at the first sign-in.`,
  },
};
