import { NotFound, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '@app/common/contracts/request-kind.js';
import type { OfferedMaterial } from '../offers.js';
import type { BookingState } from '../domain/booking-state.js';
import { bookingFile } from './domain/calendar-file.js';

interface Row {
  id: string;
  state: BookingState;
  code: string;
  startAt: Date;
  endAt: Date;
  sequence: number;
  homeVisit: boolean;
  language: Language | null;
  itemNameZh: string;
  itemNameEn: string;
  siteNameZh: string;
  siteNameEn: string;
  address: string;
  materials: OfferedMaterial[];
}

const READ = `
  SELECT b.id, b.state, b.code, b.start_at AS "startAt", b.end_at AS "endAt", b.sequence, b.home_visit AS "homeVisit", b.language,
    i.name_zh AS "itemNameZh", i.name_en AS "itemNameEn", s.name_zh AS "siteNameZh", s.name_en AS "siteNameEn",
    s.address, coalesce(m.materials, '[]') AS materials
  FROM booking b JOIN site s ON s.id = b.site_id JOIN service_item i ON i.code = b.item_code
  LEFT JOIN material_list m ON m.item_code = b.item_code AND m.version = b.material_version
  WHERE b.code = $1`;

/** Calendar files of citizens' bookings, with the material to bring. */
@Injectable()
export class BookingCalendars {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, WrongState (409) for what was never more than a hold */
  async file(code: string): Promise<string> {
    const [row] = await this.dataSource.query<Row[]>(READ, [code]);
    if (!row) throw new NotFound();
    const { state } = row;
    if (state === 'held' || state === 'expired' || state === 'released') {
      throw new WrongState({ state, allowed: ['confirmed'] });
    }
    const english = row.language === 'en';
    const site = english ? row.siteNameEn : row.siteNameZh;
    return bookingFile(
      {
        bookingId: row.id,
        code: row.code,
        sequence: row.sequence,
        startAt: row.startAt,
        endAt: row.endAt,
        cancelled: state === 'cancelled',
        summary: english ? row.itemNameEn : row.itemNameZh,
        location: locationOf(row, english),
        description: [
          english ? `Booking code ${row.code}` : `预约码 ${row.code}`,
          ...row.materials.map((each) => toBring(each, english)),
        ].join('\n'),
        organizer: site,
      },
      this.clock.now(),
    );
  }
}

/** Where a home visit goes is told to nobody who has no more than the code. */
function locationOf({ homeVisit, siteNameZh, siteNameEn, address }: Row, english: boolean): string {
  if (homeVisit) return english ? 'At your home' : '上门服务';
  return english ? `${siteNameEn}, ${address}` : `${siteNameZh}，${address}`;
}

function toBring({ nameZh, nameEn, originals, copies }: OfferedMaterial, english: boolean): string {
  if (english) return `${nameEn}: originals ${originals}, copies ${copies}`;
  return `${nameZh}：原件${originals}份，复印件${copies}份`;
}
