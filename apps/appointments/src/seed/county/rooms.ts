import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import type { CountyRoom } from '../county.js';
import { DEMO_SITES } from './sites.js';

type UnitName = keyof typeof DEMO_UNITS;

/** Which unit's rooms are where: site number, unit, how its rooms are called. The first eight have always been there. */
const PLACES: readonly (readonly [number, UnitName, string, string])[] = [
  [1, 'housing', '住建局第一约谈室', 'Housing Bureau Room 1'],
  [1, 'housing', '住建局第二约谈室', 'Housing Bureau Room 2'],
  [1, 'labour', '人社局约谈室', 'Labour Bureau Room'],
  [2, 'transport', '交通局约谈室', 'Transport Bureau Room'],
  [2, 'environment', '生态环境局约谈室', 'Environment Bureau Room'],
  [2, 'marketRegulation', '市场监管局约谈室', 'Market Regulation Room'],
  [2, 'education', '教育局约谈室', 'Education Bureau Room'],
  [3, 'hotline', '清河镇群众约谈室', 'Qinghe Township Room'],
];

const UNITS: readonly (readonly [UnitName, string, string])[] = [
  ['housing', '住建局', 'Housing Bureau'],
  ['labour', '人社局', 'Labour Bureau'],
  ['transport', '交通局', 'Transport Bureau'],
  ['environment', '生态环境局', 'Environment Bureau'],
  ['marketRegulation', '市场监管局', 'Market Regulation'],
  ['education', '教育局', 'Education Bureau'],
  ['hotline', '热线中心', 'Hotline Centre'],
];

const ALL = 50;
const FLOORS = ['一', '二', '三'];

/** Fifty interview rooms (约谈室) in townships and units. */
export const DEMO_ROOMS: readonly CountyRoom[] = Array.from({ length: ALL }, (_, i) => {
  const n = i + 1;
  const [site, unit, nameZh, nameEn] = PLACES[i] ?? further(n);
  const floor = i % FLOORS.length;
  return {
    id: `0190a000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`,
    siteId: DEMO_SITES[site - 1]?.id ?? '',
    unitId: DEMO_UNITS[unit],
    nameZh,
    nameEn,
    place: `${FLOORS[floor]}楼${floor + 1}${String(n).padStart(2, '0')}室`,
    seats: 6 + (n % 4) * 2,
  };
});

function further(n: number): readonly [number, UnitName, string, string] {
  const [unit, nameZh, nameEn] = UNITS[n % UNITS.length] ?? ['hotline', '热线中心', 'Hotline Centre'];
  const site = (n % DEMO_SITES.length) + 1;
  return [site, unit, `${nameZh}第${n}约谈室`, `${nameEn} Room ${n}`];
}
