import { dayIn, shiftDay } from '@app/common/calendar/zone.js';
import type { DataSource } from 'typeorm';
import { mondayOf } from '../schedule/domain/day-kind.js';
import { DEMO_ROOMS } from './county/rooms.js';
import { sessions, type County, type CountyItem, type CountyWindow } from './county.js';
import { publishWeeks, writeCounty } from './county-writer.js';

const id = (kind: number, n: number): string => `0190a000-0000-7000-8000-0000000${kind}${String(n).padStart(4, '0')}`;

/** The hall: two counters and a team for home visits. */
export const HALL = '0190a000-0000-7000-8000-000000000101';
/** Another hall: interview rooms only. */
export const CIVIC_CENTRE = '0190a000-0000-7000-8000-000000000102';
/** A township: one counter. */
export const TOWNSHIP = '0190a000-0000-7000-8000-000000000103';

/** 15 minutes, offered at both; green channel, representative, groups. */
export const ID_CARD = 'id-card';
/** 30 minutes, at the hall only. */
export const PROPERTY = 'property-transfer';
/** 60 minutes, at home only, half an hour away. */
export const CARE = 'home-care';

/** Window 1 of the hall: id cards, one place; works noon, evening on Thursday, Saturday morning; 30 green minutes in the afternoon. */
export const HALL_ONE = id(7, 1);
/** Window 2 of the hall: property, seven places. */
export const HALL_SEVEN = id(7, 2);
/** The hall's home visits. */
export const HALL_VISITS = id(7, 3);
/** The township's window: id cards, one place. */
export const TOWNSHIP_ONE = id(7, 4);
/** The post of the hall's window 1, with its A and B. */
export const HALL_POST = id(6, 1);
export const OFFICER_A = id(5, 1);
export const OFFICER_B = id(5, 2);

const PUBLISHER = id(4, 1);
const WORKDAYS = [1, 2, 3, 4, 5];
const MORNING = [540, 720] as const;
const NOON = [720, 810] as const;
const AFTERNOON = [810, 1050] as const;

const item = (code: string, over: Partial<CountyItem>): CountyItem => ({
  code,
  nameZh: code,
  nameEn: code,
  class: 'immediate',
  durationMinutes: 15,
  feeCents: 0,
  limitDays: 0,
  legalBasisZh: '《中华人民共和国居民身份证法》第十条',
  legalBasisEn: 'Law on Resident Identity Cards, art. 10',
  greenChannel: false,
  representative: false,
  homeVisit: false,
  groups: false,
  materials: [
    [{ nameZh: '居民户口簿', nameEn: 'Household register', originals: 1, copies: 0, noteZh: '', noteEn: '' }],
  ],
  ...over,
});

const window = (over: Pick<CountyWindow, 'id' | 'code' | 'items'> & Partial<CountyWindow>): CountyWindow => ({
  siteId: HALL,
  postId: null,
  nameZh: `${over.code}号窗口`,
  nameEn: `Window ${over.code}`,
  kind: 'counter',
  travelMinutes: 0,
  pattern: [...sessions(WORKDAYS, 'morning', MORNING), ...sessions(WORKDAYS, 'afternoon', AFTERNOON)],
  ...over,
});

const site = (siteId: string, nameZh: string, nameEn: string): County['sites'][number] => ({
  id: siteId,
  nameZh,
  nameEn,
  address: '阳光县人民路1号',
  directionsZh: '乘1路公交车到县政府站',
  directionsEn: 'Bus 1 to County Government',
  accessibility: ['ramp'],
  phone: '05718880001',
});

/** Three sites, four windows, three items, eight interview rooms. */
export const SMALL_COUNTY: County = {
  sites: [
    site(HALL, '阳光县政务服务大厅', 'Sunshine County Service Hall'),
    site(CIVIC_CENTRE, '市民之家', 'Civic Centre'),
    site(TOWNSHIP, '清河镇便民服务中心', 'Qinghe Township Service Centre'),
  ],
  items: [
    item(ID_CARD, { greenChannel: true, representative: true, groups: true }),
    item(PROPERTY, { class: 'promised', durationMinutes: 30, limitDays: 5 }),
    item(CARE, { durationMinutes: 60, homeVisit: true }),
  ],
  offers: [
    { siteId: HALL, itemCode: ID_CARD, channels: ['web', 'sms', 'phone', 'counter'] },
    { siteId: HALL, itemCode: PROPERTY, channels: ['web', 'sms', 'phone', 'counter'] },
    { siteId: HALL, itemCode: CARE, channels: ['web', 'phone'] },
    { siteId: TOWNSHIP, itemCode: ID_CARD, channels: ['web', 'sms', 'phone', 'counter'] },
  ],
  officers: [
    { id: OFFICER_A, siteId: HALL, name: '王芳', qualifications: ['household'], mayLead: false },
    { id: OFFICER_B, siteId: HALL, name: '李强', qualifications: ['household'], mayLead: true },
  ],
  posts: [
    {
      id: HALL_POST,
      siteId: HALL,
      nameZh: '户籍岗',
      nameEn: 'Household post',
      qualifications: ['household'],
      aOfficerId: OFFICER_A,
      bOfficerId: OFFICER_B,
    },
  ],
  windows: [
    window({
      id: HALL_ONE,
      code: '1',
      items: [ID_CARD],
      postId: HALL_POST,
      pattern: [
        ...sessions(WORKDAYS, 'morning', MORNING),
        ...sessions(WORKDAYS, 'noon', NOON),
        ...sessions(WORKDAYS, 'afternoon', AFTERNOON, { greenMinutes: 30 }),
        ...sessions([4], 'evening', [1050, 1140]),
        ...sessions([6], 'morning', MORNING),
      ],
    }),
    window({
      id: HALL_SEVEN,
      code: '2',
      items: [PROPERTY],
      pattern: [
        ...sessions(WORKDAYS, 'morning', MORNING, { capacity: 7 }),
        ...sessions(WORKDAYS, 'afternoon', AFTERNOON, { capacity: 7 }),
      ],
    }),
    window({ id: HALL_VISITS, code: 'H', items: [CARE], kind: 'home-visit', travelMinutes: 30 }),
    window({ id: TOWNSHIP_ONE, siteId: TOWNSHIP, code: '1', items: [ID_CARD] }),
  ],
  rooms: DEMO_ROOMS.slice(0, 8),
  volunteers: [],
};

/** Writes the small county and publishes its weeks from the week before `now` to six weeks after. */
export async function writeSmallCounty(dataSource: DataSource, now: Date): Promise<void> {
  const monday = mondayOf(dayIn('Asia/Shanghai', now));
  const mondays = Array.from({ length: 8 }, (_, i) => shiftDay(monday, 7 * (i - 1)));
  await dataSource.transaction(async (em) => {
    await writeCounty(em, SMALL_COUNTY, now);
    await publishWeeks(em, [HALL, TOWNSHIP], mondays, { at: now, by: PUBLISHER });
  });
}
