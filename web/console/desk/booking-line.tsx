import { formatTime } from '@shared/dates/format.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import type { Acts } from '../controls/use-acts.js';
import { useNameOf } from '../directory/unit.queries.js';
import type { DeskActs, DeskBooking } from './desk.queries.js';
import { deskWords } from './desk.words.js';

interface BookingLineProps {
  booking: DeskBooking;
  desk: DeskActs;
  acts: Acts;
}

/** One booking of the day with what can be done with it now. */
export function BookingLine({ booking, desk, acts }: BookingLineProps) {
  const t = useWords(deskWords);
  const nameOf = useNameOf();
  const { code, state, late, number, people, phoneMasked } = booking;
  const time = formatTime(booking.startAt);
  const about = [
    ...(people > 1 ? [t('group', { people })] : []),
    ...(booking.green ? [t('green')] : []),
    ...(booking.homeVisit ? [t('homeVisit')] : []),
    ...(booking.representative ? [t('representative')] : []),
    ...(phoneMasked ? [phoneMasked] : []),
  ];
  return (
    <tr data-done={state !== 'confirmed' || undefined}>
      <th scope="row">
        {time}
        <small>{booking.windowCode}</small>
      </th>
      <td>
        {nameOf({ nameZh: booking.itemNameZh, nameEn: booking.itemNameEn })}
        <small>{about.join(' · ')}</small>
      </td>
      <td>
        {late ? <strong className="desk-late">{t('late')}</strong> : t(`booking.${state}`)}
        {number === null ? null : <small>{number}</small>}
      </td>
      <td className="desk-acts">
        {booking.mayCheckIn ? (
          <Button size="small" onClick={() => acts.now({ run: () => desk.checkIn(code) })}>
            {t('booked.checkIn')}
          </Button>
        ) : null}
        {booking.homeVisit && state === 'confirmed' ? (
          <Button size="small" onClick={() => acts.now({ run: () => desk.visited(code) })}>
            {t('booked.visited')}
          </Button>
        ) : null}
        {late ? (
          <Button
            size="small"
            danger
            onClick={() =>
              acts.ask({
                consequence: t('booked.missConsequence', { time }),
                act: t('booked.miss'),
                danger: true,
                run: () => desk.miss(code),
              })
            }
          >
            {t('booked.miss')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
