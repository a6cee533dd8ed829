import { randomBytes } from 'node:crypto';
import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf, sessionAt, type SessionName } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { Malformed, NotFound } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarFeedDto, MakeFeedDto } from './calendar.dto.js';
import { feedFile } from './domain/calendar-file.js';

const SECRET_BYTES = 24;
const SECRET = /^[0-9a-f]{48}$/;
/** How far back and ahead a feed reaches, and how much it holds at most. */
const DAYS_BACK = 7;
const DAYS_AHEAD = 45;
const MOST_ENTRIES = 1000;

interface Feed {
  windowId: string | null;
  officerId: string | null;
  name: string;
}
interface Row {
  id: string;
  startAt: Date;
  endAt: Date;
  sequence: number;
  people: number;
  homeVisit: boolean;
  code: string;
  item: string;
  site: string;
  window: string;
  /** The sessions of the officer's duty that day; null in a window's feed. */
  sessions: SessionName[] | null;
}

const KEEP = {
  window: `
    INSERT INTO calendar_feed (id, secret_fingerprint, window_id, made_by, made_at)
    SELECT $1, $2, id, $4, $5 FROM service_window WHERE id = $3
    ON CONFLICT (window_id, made_by) WHERE window_id IS NOT NULL
    DO UPDATE SET secret_fingerprint = excluded.secret_fingerprint, made_at = excluded.made_at RETURNING id`,
  officer: `
    INSERT INTO calendar_feed (id, secret_fingerprint, officer_id, made_by, made_at)
    SELECT $1, $2, id, $4, $5 FROM officer WHERE id = $3
    ON CONFLICT (officer_id, made_by) WHERE officer_id IS NOT NULL
    DO UPDATE SET secret_fingerprint = excluded.secret_fingerprint, made_at = excluded.made_at RETURNING id`,
};

const FIND = `
  SELECT f.window_id AS "windowId", f.officer_id AS "officerId", coalesce(w.name_zh, o.name) AS name
  FROM calendar_feed f LEFT JOIN service_window w ON w.id = f.window_id LEFT JOIN officer o ON o.id = f.officer_id
  WHERE f.secret_fingerprint = $1`;

const COLUMNS = `b.id, b.start_at AS "startAt", b.end_at AS "endAt", b.sequence, b.people, b.code,
  b.home_visit AS "homeVisit", i.name_zh AS item,
  s.name_zh AS site, w.code AS window`;
const OF_BOOKINGS = `JOIN service_item i ON i.code = b.item_code JOIN site s ON s.id = b.site_id`;
/** The first condition is that of the index. */
const IN_FEED = `b.state IN ('held', 'confirmed', 'arrived', 'served') AND b.state <> 'held'`;

const OF_WINDOW = `
  SELECT ${COLUMNS}, NULL AS sessions
  FROM booking b JOIN service_window w ON w.id = b.resource_id ${OF_BOOKINGS}
  WHERE w.id = $1 AND b.site_id = w.site_id AND b.day BETWEEN $2 AND $3
    AND ${IN_FEED}
  ORDER BY b.start_at LIMIT ${MOST_ENTRIES}`;

const OF_OFFICER = `
  SELECT ${COLUMNS}, d.sessions
  FROM (SELECT d.site_id, d.day, d.post_id, array_agg(DISTINCT d.session) AS sessions
        FROM duty d JOIN roster r ON r.id = d.roster_id AND r.state = 'published'
        WHERE d.officer_id = $1 AND d.role = 'post' AND d.day BETWEEN $2 AND $3
        GROUP BY d.site_id, d.day, d.post_id) AS d
  JOIN service_window w ON w.post_id = d.post_id
  JOIN booking b ON b.site_id = d.site_id AND b.day = d.day AND b.resource_id = w.id
    AND ${IN_FEED} ${OF_BOOKINGS}
  ORDER BY b.start_at LIMIT ${MOST_ENTRIES}`;

/** iCal feeds per window and officer behind secret addresses (interfaces.md §1); no citizen is named in them. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SealedBox,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /**
   * A new address for a feed; the one this person had for the same is void.
   * @throws Malformed (400) unless exactly one of window and officer is given, NotFound
   */
  async make(actor: StaffActor, { windowId, officerId }: MakeFeedDto): Promise<CalendarFeedDto> {
    const of = windowId ?? officerId;
    if (of === undefined || (windowId !== undefined && officerId !== undefined)) {
      throw new Malformed([{ pointer: '/windowId', rule: 'oneOf', values: ['windowId', 'officerId'] }]);
    }
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    const at = this.clock.now();
    await this.dataSource.transaction(async (em) => {
      const values = [newId(), this.box.fingerprint(secret), of, actor.id, at];
      const kept = await em.query<unknown[]>(windowId === undefined ? KEEP.officer : KEEP.window, values);
      if (kept.length === 0) throw new NotFound();
      const detail = { windowId, officerId };
      await this.ledger.write(em, { itemType: 'calendar-feed', itemId: of, action: 'feed-made', actor, at, detail });
    });
    return { path: `/api/appointments/calendars/${secret}.ics` };
  }

  /** @throws NotFound */
  async file(secret: string): Promise<string> {
    if (!SECRET.test(secret)) throw new NotFound();
    const [feed] = await this.dataSource.query<Feed[]>(FIND, [this.box.fingerprint(secret)]);
    if (!feed) throw new NotFound();
    const now = this.clock.now();
    const calendar = this.calendars.current();
    const today = dayOf(calendar, now);
    const rows = await this.dataSource.query<Row[]>(feed.windowId === null ? OF_OFFICER : OF_WINDOW, [
      feed.windowId ?? feed.officerId,
      shiftDay(today, -DAYS_BACK),
      shiftDay(today, DAYS_AHEAD),
    ]);
    const own = rows.filter(({ startAt, sessions }) => {
      const session = sessionAt(calendar, startAt);
      return sessions === null || (session !== null && sessions.includes(session.name));
    });
    return feedFile(
      feed.name,
      own.map((row) => ({
        bookingId: row.id,
        sequence: row.sequence,
        startAt: row.startAt,
        endAt: row.endAt,
        cancelled: false,
        summary: row.people > 1 ? `${row.item}（${row.people}人）` : row.item,
        location: row.homeVisit ? `上门服务（${row.site} ${row.window}）` : `${row.site} ${row.window}`,
        description: `预约码 ${row.code}`,
        organizer: row.site,
      })),
      now,
    );
  }
}
