import { useState } from 'react';
import { shiftDay } from '@app/common/calendar/zone.js';
import type { RoomRow } from '@shared/api/generated/appointments.js';
import { dayOf, formatDay, formatTimes } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { officeDay, officeInstant } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useNow } from '../shell/system-clock.js';
import { useRoomBookings } from './room.queries.js';
import { roomWords } from './rooms.words.js';

const DAYS = 14;

/** Two weeks of one room, a line a day. */
export function RoomCalendar({ room }: { room: RoomRow }) {
  const t = useWords(roomWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const today = officeDay(useNow());
  const [first, setFirst] = useState(today);
  const days = Array.from({ length: DAYS }, (_, n) => shiftDay(first, n));
  const bookings = useRoomBookings(
    room.id,
    officeInstant(first, '00:00'),
    officeInstant(shiftDay(first, DAYS), '00:00'),
  );
  const taken = bookings.data?.items ?? [];
  return (
    <article className="room" aria-labelledby="room-title">
      <h2 id="room-title">{nameOf(room)}</h2>
      <p className="soft">
        {nameOf({ nameZh: room.siteNameZh, nameEn: room.siteNameEn })} · {room.address} ·{' '}
        {t('seats', { count: room.seats })}
      </p>
      <div className="buttons room-weeks">
        <Button size="small" onClick={() => setFirst(shiftDay(first, -DAYS))}>
          {t('earlier')}
        </Button>
        <Button size="small" disabled={first === today} onClick={() => setFirst(today)}>
          {t('today')}
        </Button>
        <Button size="small" onClick={() => setFirst(shiftDay(first, DAYS))}>
          {t('later')}
        </Button>
      </div>
      <ProblemAlert error={bookings.error} onAgain={() => void bookings.refetch()} />
      {bookings.data?.next ? <p className="notice">{t('more')}</p> : null}
      <table className="room-days" aria-busy={bookings.isPending}>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('taken')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => {
            const ofDay = taken.filter(({ startAt }) => dayOf(startAt) === day);
            return (
              <tr key={day} data-today={day === today || undefined}>
                <th scope="row">{formatDay(officeInstant(day, '12:00'), shown)}</th>
                <td>
                  {ofDay.length === 0 && bookings.data ? <span className="soft">{t('free')}</span> : null}
                  {ofDay.map(({ id, startAt, endAt, state }) => (
                    <span key={id} className="room-taken" data-state={state}>
                      {formatTimes(startAt, endAt)} {t(`state.${state}`)}
                    </span>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}
