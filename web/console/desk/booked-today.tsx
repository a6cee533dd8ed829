import { useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { BookingLine } from './booking-line.js';
import { useDeskActs, type DeskBooking } from './desk.queries.js';
import { deskWords } from './desk.words.js';

/** Today's bookings by time: who is expected and who is late; who has come, or did not, is folded away. */
export function BookedToday({ siteId, bookings }: { siteId: string; bookings: readonly DeskBooking[] }) {
  const t = useWords(deskWords);
  const desk = useDeskActs(siteId);
  const acts = useActs();
  const expected = bookings.filter(({ state }) => state === 'confirmed');
  const past = bookings.filter(({ state }) => state !== 'confirmed');
  const table = (rows: readonly DeskBooking[]) => (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('act')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((booking) => (
          <BookingLine key={booking.code} booking={booking} desk={desk} acts={acts} />
        ))}
      </tbody>
    </table>
  );
  return (
    <section className="desk-pane" aria-labelledby="desk-booked">
      <h2 id="desk-booked">{t('booked.title')}</h2>
      <ProblemAlert error={acts.error} />
      {expected.length === 0 ? (
        <p className="empty">{past.length === 0 ? t('booked.none') : t('booked.nobody')}</p>
      ) : (
        table(expected)
      )}
      {past.length > 0 ? (
        <details>
          <summary>{t('booked.done', { count: past.length })}</summary>
          {table(past)}
        </details>
      ) : null}
      {acts.dialog}
    </section>
  );
}
