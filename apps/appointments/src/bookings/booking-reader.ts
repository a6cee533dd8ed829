import type { Actor, StaffActor } from '@app/common/auth/actor.js';
import { decodeCursor, toPage } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { Booking } from './booking.js';
import type { BookingDto } from './booking.dto.js';
import { BOOKING_COLUMNS } from './booking.repository.js';
import { bookingView, isDesk } from './booking-view.js';
import { ClosedBookings } from './closed-bookings.js';
import { ContactSeal } from './contact-seal.js';
import type { BookingsOfCallerDto, BookingsOfCallerPage } from './desk-booking.dto.js';
import type { OfferTexts } from './offers.js';

/** Who waits before: the order in which the desk calls. */
const READ = `
  SELECT ${BOOKING_COLUMNS}, i.name_zh AS "itemNameZh", i.name_en AS "itemNameEn", s.name_zh AS "siteNameZh",
    s.name_en AS "siteNameEn", s.address, s.directions_zh AS "directionsZh", s.directions_en AS "directionsEn",
    coalesce(m.materials, '[]') AS materials, r.score AS rating, v.number AS "queueNumber",
    CASE WHEN v.state = 'waiting' THEN (
      SELECT count(*)::int FROM visit o
       WHERE o.site_id = v.site_id AND o.day = v.day AND o.state = 'waiting'
         AND (NOT o.green, o.booking_id IS NULL, o.turn_at, o.number)
           < (NOT v.green, v.booking_id IS NULL, v.turn_at, v.number)) ELSE 0 END AS ahead
   FROM booking b JOIN site s ON s.id = b.site_id JOIN service_item i ON i.code = b.item_code
   LEFT JOIN material_list m ON m.item_code = b.item_code AND m.version = b.material_version
   LEFT JOIN booking_rating r ON r.booking_id = b.id
   LEFT JOIN visit v ON v.booking_id = b.id AND v.state IN ('waiting', 'called', 'serving')`;

type Row = Booking & OfferTexts & { rating: number | null; queueNumber: number | null; ahead: number };

/** Shows bookings. */
@Injectable()
export class BookingReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contacts: ContactSeal,
    private readonly closed: ClosedBookings,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** @throws NotFound */
  read(actor: Actor, code: string): Promise<BookingDto> {
    return this.view(this.dataSource.manager, actor, code);
  }

  /** The same within a transaction. */
  async view(em: EntityManager, actor: Actor, code: string): Promise<BookingDto> {
    const [row] = await em.query<Row[]>(`${READ} WHERE b.code = $1`, [code]);
    if (!row) throw new NotFound();
    return this.dto(row, actor, await this.closed.isUnkept(em, row));
  }

  /**
   * What a phone has booked, the latest first.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async ofPhone(actor: StaffActor, { phone, after, limit }: BookingsOfCallerDto): Promise<BookingsOfCallerPage> {
    const [startAt, id] = decodeCursor(after, ['instant', 'uuid']) ?? [null, null];
    const rows = await this.dataSource.query<Row[]>(
      `${READ} WHERE b.phone_fingerprint = $1 AND ($2::timestamptz IS NULL OR (b.start_at, b.id) < ($2, $3::uuid))
        ORDER BY b.start_at DESC, b.id DESC LIMIT $4`,
      [this.contacts.fingerprintOf(phone), startAt, id, limit + 1],
    );
    const page = toPage(
      rows,
      limit,
      (row) => [row.startAt.toISOString(), row.id],
      (row) => this.dto(row, actor, false),
    );
    return { items: [...page.items], next: page.next };
  }

  private dto(row: Row, actor: Actor, unkept: boolean): BookingDto {
    return bookingView(row, row, {
      now: this.clock.now(),
      byStaff: isDesk(actor),
      unkept,
      rules: this.settings,
      phoneMasked: this.contacts.masked(row.sealedPhone),
      queue: row.queueNumber === null ? null : { number: row.queueNumber, ahead: row.ahead },
      rating: row.rating,
    });
  }
}
