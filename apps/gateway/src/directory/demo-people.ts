import type { Role } from '@app/common/auth/actor.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import type { Unit } from '@app/common/contracts/requests.js';

/** The password of everyone in the demo county. */
export const DEMO_PASSWORD = 'sunline-demo';

/** 清河县 is invented; so are its streets, numbers and people. */
export const DEMO_COUNTY_UNITS: readonly Unit[] = [
  unit(
    'hotline',
    'hotline',
    '阳光热线服务中心',
    'Sunshine Hotline Centre',
    'hotline',
    '清河县人民路1号1楼',
    '0500-60012345',
  ),
  unit(
    'commission',
    'commission',
    '县纪委监委督查室',
    'Discipline Commission, Inspection Office',
    'commission',
    '清河县人民路1号6楼',
    '0500-60012306',
  ),
  unit(
    'leadership',
    'leadership',
    '县委县政府办公室',
    'County Leaders’ Office',
    'leadership',
    '清河县人民路1号3楼',
    '0500-60012303',
  ),
  unit(
    'housing',
    'housing',
    '住房和城乡建设局',
    'Housing and Construction Bureau',
    'unit',
    '清河县建设路18号',
    '0500-60012411',
  ),
  unit(
    'labour',
    'labour',
    '人力资源和社会保障局',
    'Human Resources and Social Security Bureau',
    'unit',
    '清河县文昌路66号',
    '0500-60012412',
  ),
  unit('transport', 'transport', '交通运输局', 'Transport Bureau', 'unit', '清河县站前路9号', '0500-60012413'),
  unit(
    'environment',
    'environment',
    '生态环境局',
    'Ecology and Environment Bureau',
    'unit',
    '清河县滨江路27号',
    '0500-60012414',
  ),
  unit(
    'marketRegulation',
    'market-regulation',
    '市场监督管理局',
    'Market Regulation Bureau',
    'unit',
    '清河县商贸路5号',
    '0500-60012415',
  ),
  unit('education', 'education', '教育局', 'Education Bureau', 'unit', '清河县学院路32号', '0500-60012416'),
];

export interface DemoPerson {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitId: string;
}

/**
 * One account per role, a second pair of handler and head for a second unit, and a second supervisor, who decides on the
 * review of what the first decided.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person(1, 'operator1', '林晓雯', 'operator', DEMO_UNITS.hotline),
  person(2, 'supervisor1', '周建平', 'supervisor', DEMO_UNITS.hotline),
  person(3, 'handler1', '陈志强', 'handler', DEMO_UNITS.housing),
  person(4, 'head1', '吴国栋', 'unit_head', DEMO_UNITS.housing),
  person(5, 'handler2', '黄丽娟', 'handler', DEMO_UNITS.labour),
  person(6, 'head2', '郑文斌', 'unit_head', DEMO_UNITS.labour),
  person(7, 'inspector1', '徐正清', 'inspector', DEMO_UNITS.commission),
  person(8, 'leader1', '方明远', 'leader', DEMO_UNITS.leadership),
  person(9, 'volunteer1', '沈若兰', 'volunteer', DEMO_UNITS.hotline),
  person(10, 'admin1', '何晓东', 'admin', DEMO_UNITS.hotline),
  person(11, 'supervisor2', '许文静', 'supervisor', DEMO_UNITS.hotline),
];

function unit(
  key: keyof typeof DEMO_UNITS,
  code: string,
  nameZh: string,
  nameEn: string,
  kind: Unit['kind'],
  address: string,
  phone: string,
): Unit {
  return { id: DEMO_UNITS[key], code, nameZh, nameEn, kind, address, phone, active: true };
}

function person(n: number, signInName: string, displayName: string, role: Role, unitId: string): DemoPerson {
  const id = `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
  return { id, signInName, displayName, roles: [role], unitId };
}
