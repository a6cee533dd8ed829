import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Room } from '../rooms/room.entity.js';
import { Site } from '../sites/site.entity.js';

const siteId = (n: number): string => `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const roomId = (n: number): string => `0190a000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`;

const HALL = siteId(1);
const CIVIC_CENTRE = siteId(2);
const RIVER_TOWNSHIP = siteId(3);

/** Three sites of the demo county, invented. */
export const DEMO_SITES: readonly Site[] = [
  { id: HALL, nameZh: '阳光县政务服务大厅', nameEn: 'Sunshine County Service Hall', address: '阳光县人民路1号' },
  { id: CIVIC_CENTRE, nameZh: '市民之家', nameEn: 'Civic Centre', address: '阳光县文化路18号' },
  {
    id: RIVER_TOWNSHIP,
    nameZh: '清河镇便民服务中心',
    nameEn: 'Qinghe Township Service Centre',
    address: '清河镇中心街6号',
  },
];

const room = (
  n: number,
  site: string,
  unitId: string,
  [nameZh, nameEn]: readonly [string, string],
  place: string,
  seats: number,
): Room => ({ id: roomId(n), siteId: site, unitId, nameZh, nameEn, place, seats, active: true });

/** Eight interview rooms, each tied to a unit. */
export const DEMO_ROOMS: readonly Room[] = [
  room(1, HALL, DEMO_UNITS.housing, ['住建局第一约谈室', 'Housing Bureau Room 1'], '三楼301室', 8),
  room(2, HALL, DEMO_UNITS.housing, ['住建局第二约谈室', 'Housing Bureau Room 2'], '三楼302室', 6),
  room(3, HALL, DEMO_UNITS.labour, ['人社局约谈室', 'Labour Bureau Room'], '二楼205室', 8),
  room(4, CIVIC_CENTRE, DEMO_UNITS.transport, ['交通局约谈室', 'Transport Bureau Room'], '一楼108室', 6),
  room(5, CIVIC_CENTRE, DEMO_UNITS.environment, ['生态环境局约谈室', 'Environment Bureau Room'], '一楼109室', 6),
  room(6, CIVIC_CENTRE, DEMO_UNITS.marketRegulation, ['市场监管局约谈室', 'Market Regulation Room'], '二楼203室', 8),
  room(7, CIVIC_CENTRE, DEMO_UNITS.education, ['教育局约谈室', 'Education Bureau Room'], '二楼206室', 10),
  room(8, RIVER_TOWNSHIP, DEMO_UNITS.hotline, ['清河镇群众约谈室', 'Qinghe Township Room'], '一楼接待厅', 12),
];

/** Puts the demo county's rooms in when `DEMO=1`; what is there stays as it is. */
@Injectable()
export class DemoRooms implements OnApplicationBootstrap {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    if (process.env.DEMO !== '1') return;
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(Site)
      .values([...DEMO_SITES])
      .orIgnore()
      .execute();
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(Room)
      .values([...DEMO_ROOMS])
      .orIgnore()
      .execute();
  }
}
