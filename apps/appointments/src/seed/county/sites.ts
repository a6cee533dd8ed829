import type { Accessibility } from '@app/common/contracts/accessibility.js';
import type { CountySite } from '../county.js';
import type { Field } from './item.js';

/** A desk of a hall: a post with its A and B, and the windows it serves at. */
export interface Desk {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly fields: readonly Field[];
  readonly windows: number;
  /** How many each window serves at once; 1 unless given. */
  readonly capacity?: number;
  /** Goes to people's homes, so many minutes away. */
  readonly travelMinutes?: number;
  /** Works through noon and on Saturday morning. The first desk of every site does. */
  readonly extended?: boolean;
  /** Works late on Thursdays. */
  readonly evening?: boolean;
}

export type DemoSite = CountySite & { readonly desks: readonly Desk[] };

const siteId = (n: number): string => `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

const HALL_ACCESS: readonly Accessibility[] = [
  'ramp',
  'lift',
  'wheelchair',
  'accessible-toilet',
  'parking',
  'tactile-paving',
  'sign-language',
  'hearing-loop',
];
const TOWN_ACCESS: readonly Accessibility[] = ['ramp', 'wheelchair', 'parking'];

const site = (
  n: number,
  [nameZh, nameEn]: readonly [string, string],
  address: string,
  [directionsZh, directionsEn]: readonly [string, string],
  accessibility: readonly Accessibility[],
  desks: readonly Desk[],
): DemoSite => ({
  id: siteId(n),
  nameZh,
  nameEn,
  address,
  directionsZh,
  directionsEn,
  accessibility,
  phone: `0500-600124${String(n).padStart(2, '0')}`,
  desks,
});

/** What the windows of a township do. */
const township = (household: number, others: number): Desk[] => [
  {
    nameZh: '综合受理岗',
    nameEn: 'General desk',
    fields: ['social', 'medical', 'civil', 'life'],
    windows: others,
    extended: true,
  },
  { nameZh: '户籍岗', nameEn: 'Household desk', fields: ['household'], windows: household },
];

/** Twelve sites with sixty windows. 清河县 is invented; so are its streets and buses. */
export const DEMO_SITES: readonly DemoSite[] = [
  site(
    1,
    ['清河县政务服务大厅', 'Qinghe County Service Hall'],
    '清河县人民路1号',
    ['乘1路、3路公交车到县政府站，步行200米', 'Bus 1 or 3 to County Government, then 200 m on foot'],
    HALL_ACCESS,
    [
      {
        nameZh: '社会事务岗',
        nameEn: 'Social affairs desk',
        fields: ['social', 'medical'],
        windows: 3,
        extended: true,
        evening: true,
      },
      { nameZh: '不动产岗', nameEn: 'Real estate desk', fields: ['property'], windows: 3, capacity: 2, extended: true },
      { nameZh: '企业开办岗', nameEn: 'Business desk', fields: ['business'], windows: 3, evening: true },
      { nameZh: '民政岗', nameEn: 'Civil affairs desk', fields: ['civil'], windows: 2 },
      { nameZh: '便民岗', nameEn: 'Everyday services desk', fields: ['life'], windows: 2 },
      { nameZh: '上门服务组', nameEn: 'Home visits', fields: ['civil', 'social'], windows: 1, travelMinutes: 30 },
    ],
  ),
  site(
    2,
    ['市民之家', 'Civic Centre'],
    '清河县文化路18号',
    ['乘2路公交车到文化广场站', 'Bus 2 to Culture Square'],
    HALL_ACCESS,
    [
      {
        nameZh: '综合受理岗',
        nameEn: 'General desk',
        fields: ['social', 'medical', 'civil'],
        windows: 4,
        extended: true,
        evening: true,
      },
      { nameZh: '便民岗', nameEn: 'Everyday services desk', fields: ['life'], windows: 2, extended: true },
      { nameZh: '婚姻登记岗', nameEn: 'Marriage desk', fields: ['civil'], windows: 2 },
    ],
  ),
  site(
    3,
    ['清河镇便民服务中心', 'Qinghe Township Service Centre'],
    '清河镇中心街6号',
    ['清河镇政府院内一楼', 'Ground floor of the township government'],
    TOWN_ACCESS,
    township(1, 2),
  ),
  site(
    4,
    ['县公安局办证大厅', 'County Police Permit Hall'],
    '清河县平安路9号',
    ['乘5路公交车到公安局站', 'Bus 5 to Police Bureau'],
    HALL_ACCESS,
    [
      { nameZh: '户籍岗', nameEn: 'Household desk', fields: ['household'], windows: 4, extended: true },
      { nameZh: '车驾管岗', nameEn: 'Vehicle desk', fields: ['life'], windows: 1 },
      { nameZh: '上门办证组', nameEn: 'Home visits', fields: ['household'], windows: 1, travelMinutes: 45 },
    ],
  ),
  site(
    5,
    ['人社服务中心', 'Labour and Social Security Centre'],
    '清河县建设路22号',
    ['乘3路公交车到建设路口站', 'Bus 3 to Jianshe Road'],
    HALL_ACCESS,
    [
      {
        nameZh: '社保岗',
        nameEn: 'Social insurance desk',
        fields: ['social'],
        windows: 5,
        capacity: 2,
        extended: true,
        evening: true,
      },
      { nameZh: '上门认证组', nameEn: 'Home visits', fields: ['social'], windows: 1, travelMinutes: 30 },
    ],
  ),
  site(
    6,
    ['不动产登记中心', 'Real Estate Registration Centre'],
    '清河县建设路35号',
    ['乘3路公交车到国土局站', 'Bus 3 to Land Bureau'],
    HALL_ACCESS,
    [{ nameZh: '登记岗', nameEn: 'Registration desk', fields: ['property'], windows: 6, extended: true }],
  ),
  site(
    7,
    ['医保服务大厅', 'Medical Insurance Hall'],
    '清河县健康路3号',
    ['乘6路公交车到县医院站，医院东侧', 'Bus 6 to County Hospital, east side'],
    HALL_ACCESS,
    [{ nameZh: '医保岗', nameEn: 'Medical insurance desk', fields: ['medical'], windows: 4, extended: true }],
  ),
  site(
    8,
    ['柳林镇便民服务中心', 'Liulin Township Service Centre'],
    '柳林镇府前街12号',
    ['柳林镇政府对面', 'Opposite the township government'],
    TOWN_ACCESS,
    township(1, 2),
  ),
  site(
    9,
    ['石桥镇便民服务中心', 'Shiqiao Township Service Centre'],
    '石桥镇桥东路8号',
    ['石桥镇汽车站东200米', '200 m east of the bus station'],
    TOWN_ACCESS,
    township(1, 1),
  ),
  site(
    10,
    ['枫溪镇便民服务中心', 'Fengxi Township Service Centre'],
    '枫溪镇溪口街3号',
    ['枫溪镇中心小学旁', 'Beside the primary school'],
    TOWN_ACCESS,
    township(1, 1),
  ),
  site(
    11,
    ['南山乡便民服务中心', 'Nanshan Township Service Centre'],
    '南山乡南山街1号',
    ['南山乡卫生院对面', 'Opposite the clinic'],
    ['ramp', 'parking'],
    township(1, 1),
  ),
  site(
    12,
    ['开发区企业服务中心', 'Development Zone Business Centre'],
    '清河县开发区创业路100号',
    ['乘8路公交车到开发区管委会站', 'Bus 8 to Development Zone'],
    ['ramp', 'lift', 'wheelchair', 'parking'],
    [
      { nameZh: '企业服务岗', nameEn: 'Business desk', fields: ['business'], windows: 3, capacity: 2, extended: true },
      { nameZh: '人社岗', nameEn: 'Labour desk', fields: ['social'], windows: 1 },
    ],
  ),
];
