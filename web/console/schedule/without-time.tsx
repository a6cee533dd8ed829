import type { ScheduleCheckDto } from '@shared/api/generated/appointments.js';
import { formatAppointment } from '@shared/dates/format.js';
import { useLanguage } from '@shared/i18n/use-words.js';

/** Bookings whose window is not open at their time, the earliest first. */
export function WithoutTime({ bookings }: { bookings: ScheduleCheckDto['withoutTime'] }) {
  const shown = useLanguage();
  return (
    <ul>
      {bookings.map((one) => (
        <li key={one.code}>
          <strong>{one.code}</strong> {formatAppointment(one.startAt, one.endAt, shown)}{' '}
          <span className="soft">{one.phoneMasked}</span>
        </li>
      ))}
    </ul>
  );
}
