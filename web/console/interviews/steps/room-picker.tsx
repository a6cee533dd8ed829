import { formatDay, formatTime } from '@shared/dates/format.js';
import { workingDaysFrom } from '@shared/dates/office-calendar.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { FreeRoomDto } from '@shared/api/generated/interviews.js';
import { officeDay, officeInstant } from '../../controls/office-time.js';
import { ProblemAlert } from '../../controls/problem-alert.js';
import { useNameOf } from '../../directory/unit.queries.js';
import { useOfficeCalendar } from '../../shell/office-calendar.js';
import { useNow } from '../../shell/system-clock.js';
import { useFreeRooms } from '../case.queries.js';
import { interviewWords } from '../interview.words.js';

/** The limit is five working days; two more, for a talk that is already late. */
const DAYS_OFFERED = 7;

interface RoomPickerProps {
  caseId: string;
  durationMinutes: number;
  /** The chosen day, or empty: the first that is offered. */
  day: string;
  chosen: FreeRoomDto | null;
  /** Set when the chosen time was taken meanwhile: the nearest free ones. */
  taken: FreeRoomDto[] | null;
  error?: string;
  onDay: (day: string) => void;
  onChoose: (room: FreeRoomDto) => void;
}

/** Rooms that are free, a day at a time; each room with its times, one press to choose. */
export function RoomPicker(props: RoomPickerProps) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const calendar = useOfficeCalendar();
  const today = officeDay(useNow());
  const days = calendar ? workingDaysFrom(calendar, today, DAYS_OFFERED) : [];
  const day = props.day || (days[0] ?? '');
  return (
    <div className="room-picker">
      <div className="days" role="group" aria-label={t('day')}>
        {days.map((one) => (
          <button key={one} type="button" className="day" aria-pressed={one === day} onClick={() => props.onDay(one)}>
            {dayLabel(one, shown)}
          </button>
        ))}
      </div>
      <fieldset
        className="field rooms"
        id="rooms"
        tabIndex={-1}
        aria-describedby={props.error ? 'rooms-error' : undefined}
      >
        <legend>{t('rooms')}</legend>
        {props.error ? (
          <div className="field-error" id="rooms-error">
            {props.error}
          </div>
        ) : null}
        {props.taken ? (
          <>
            <p className="notice notice-near" role="alert">
              {t('rooms.taken')}
            </p>
            <Times rooms={props.taken} chosen={props.chosen} onChoose={props.onChoose} withDay />
          </>
        ) : day ? (
          <FreeTimes {...props} day={day} />
        ) : (
          <p className="soft">{t('rooms.loading')}</p>
        )}
      </fieldset>
    </div>
  );
}

function FreeTimes({ caseId, day, durationMinutes, chosen, onChoose }: RoomPickerProps) {
  const t = useWords(interviewWords);
  const from = officeInstant(day, '00:00');
  const to = officeInstant(day, '23:59');
  const rooms = useFreeRooms(caseId, from, to, durationMinutes);
  if (rooms.error) return <ProblemAlert error={rooms.error} onAgain={() => void rooms.refetch()} />;
  if (!rooms.data) return <p className="soft">{t('rooms.loading')}</p>;
  if (rooms.data.length === 0) return <p className="soft">{t('rooms.none')}</p>;
  return <Times rooms={rooms.data} chosen={chosen} onChoose={onChoose} />;
}

interface TimesProps {
  rooms: readonly FreeRoomDto[];
  chosen: FreeRoomDto | null;
  onChoose: (room: FreeRoomDto) => void;
  withDay?: boolean;
}

function Times({ rooms, chosen, onChoose, withDay }: TimesProps) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const ids = [...new Set(rooms.map((room) => room.roomId))];
  return (
    <ul className="room-times">
      {ids.map((id) => {
        const times = rooms.filter((room) => room.roomId === id);
        const room = times[0];
        if (!room) return null;
        return (
          <li key={room.roomId}>
            <p>
              {nameOf(room)}
              <span className="soft">
                {' '}
                · {t('rooms.seats', { seats: room.seats })} · {room.address}
              </span>
            </p>
            <div className="choice-options">
              {times.map((time) => {
                const isChosen = chosen?.roomId === time.roomId && chosen.startAt === time.startAt;
                return (
                  <label key={time.startAt} className={isChosen ? 'chosen' : undefined}>
                    <input type="radio" name="room-time" checked={isChosen} onChange={() => onChoose(time)} />
                    <span>
                      {withDay ? `${dayLabel(officeDay(new Date(time.startAt)), shown)} ` : null}
                      {formatTime(time.startAt)}–{formatTime(time.endAt)}
                      <span className="visually-hidden"> {nameOf(time)}</span>
                    </span>
                  </label>
                );
              })}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** `11月25日 周三`, `Wed 25 Nov`: without the brackets, for seven of them beside each other. */
function dayLabel(day: string, language: 'zh-CN' | 'en'): string {
  return formatDay(officeInstant(day, '12:00'), language).replace('（', ' ').replace('）', '');
}
