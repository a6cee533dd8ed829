import type { BookingDto } from '@shared/api/generated/appointments.js';
import { formatAppointment } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useBookingsOf, useCallerActs } from './caller.queries.js';
import { callerWords } from './callers.words.js';

/** What the caller has booked, the latest first. */
export function OwnBookings({ phone, onMove }: { phone: string; onMove: (booking: BookingDto) => void }) {
  const t = useWords(callerWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const bookings = useBookingsOf(phone);
  const caller = useCallerActs();
  const acts = useActs();
  const rows = bookings.data ?? [];
  return (
    <section aria-labelledby="caller-own">
      <h2 id="caller-own">{t('own.title')}</h2>
      <ProblemAlert error={acts.error ?? bookings.error} onAgain={() => void bookings.refetch()} />
      {bookings.data && rows.length === 0 ? <p className="soft">{t('own.none')}</p> : null}
      <ul className="callers-own">
        {rows.map((booking) => (
          <li key={booking.code}>
            <p>
              <strong>{formatAppointment(booking.startAt, booking.endAt, shown)}</strong>{' '}
              <span className="soft">{t(`state.${booking.state}`)}</span>
            </p>
            <p>
              {nameOf({ nameZh: booking.itemNameZh, nameEn: booking.itemNameEn })} ·{' '}
              {nameOf({ nameZh: booking.siteNameZh, nameEn: booking.siteNameEn })} · {booking.code}
            </p>
            <div className="buttons">
              {booking.allowed.includes('move') ? (
                <Button size="small" onClick={() => onMove(booking)}>
                  {t('move')}
                </Button>
              ) : null}
              {booking.allowed.includes('cancel') ? (
                <Button
                  size="small"
                  danger
                  onClick={() =>
                    acts.ask({
                      consequence: t('cancel.consequence', { code: booking.code }),
                      act: t('cancel'),
                      danger: true,
                      run: () => caller.cancel(booking.code),
                    })
                  }
                >
                  {t('cancel')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {acts.dialog}
    </section>
  );
}
