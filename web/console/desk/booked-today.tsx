import { Button } from 'antd';
import { formatTime } from '@shared/dates/format.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useDeskActs, type DeskBooking } from './desk.queries.js';
import { deskWords } from './desk.words.js';

/** Today's bookings by time: who is expected, who is late, who has come. */
export function BookedToday({ siteId, bookings }: { siteId: string; bookings: readonly DeskBooking[] }) {
  const t = useWords(deskWords);
  const nameOf = useNameOf();
  const desk = useDeskActs(siteId);
  const acts = useActs();
  const marks = ({ people, green, homeVisit, representative }: DeskBooking): string[] => [
    ...(people > 1 ? [t('group', { people })] : []),
    ...(green ? [t('green')] : []),
    ...(homeVisit ? [t('homeVisit')] : []),
    ...(representative ? [t('representative')] : []),
  ];
  return (
    <section className="desk-pane" aria-labelledby="desk-booked">
      <h2 id="desk-booked">{t('booked.title')}</h2>
      <ProblemAlert error={acts.error} />
      {bookings.length === 0 ? (
        <p className="empty">{t('booked.none')}</p>
      ) : (
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
            {bookings.map((booking) => {
              const time = formatTime(booking.startAt);
              return (
                <tr key={booking.code} data-done={booking.state !== 'confirmed' || undefined}>
                  <th scope="row">
                    {time}
                    <small>{booking.windowCode}</small>
                  </th>
                  <td>
                    {nameOf({ nameZh: booking.itemNameZh, nameEn: booking.itemNameEn })}
                    <small>{[...marks(booking), booking.phoneMasked].filter(Boolean).join(' · ')}</small>
                  </td>
                  <td>
                    {booking.late ? <strong className="desk-late">{t('late')}</strong> : t(`booking.${booking.state}`)}
                    {booking.number === null ? null : <small>{booking.number}</small>}
                  </td>
                  <td className="desk-acts">
                    {booking.mayCheckIn ? (
                      <Button size="small" onClick={() => acts.now({ run: () => desk.checkIn(booking.code) })}>
                        {t('booked.checkIn')}
                      </Button>
                    ) : null}
                    {booking.homeVisit && booking.state === 'confirmed' ? (
                      <Button size="small" onClick={() => acts.now({ run: () => desk.visited(booking.code) })}>
                        {t('booked.visited')}
                      </Button>
                    ) : null}
                    {booking.late ? (
                      <Button
                        size="small"
                        danger
                        onClick={() =>
                          acts.ask({
                            consequence: t('booked.missConsequence', { time }),
                            act: t('booked.miss'),
                            danger: true,
                            run: () => desk.miss(booking.code),
                          })
                        }
                      >
                        {t('booked.miss')}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {acts.dialog}
    </section>
  );
}
