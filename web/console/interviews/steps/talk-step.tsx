import { formatAppointment, formatDateTime } from '@shared/dates/format.js';
import { listed } from '@shared/i18n/listed.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { useNameOf } from '../../directory/unit.queries.js';
import type { CaseMinutes } from '@shared/api/generated/interviews.js';
import { interviewWords } from '../interview.words.js';
import { PromisedTasks } from '../promised-tasks.js';
import type { CaseActs } from '../use-case-acts.js';
import { AppointmentForm } from './appointment-form.js';
import { MinutesForm } from './minutes-form.js';
import { Revisable } from './revisable.js';
import { TalkVolunteer } from './talk-volunteer.js';

/** Step 3, 约谈: first its time and place, then its minutes with what was promised. */
export function TalkStep({ acts }: { acts: CaseActs }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const item = acts.seen;
  const { appointment, minutes } = item;
  return (
    <>
      <h4>{t('appointment')}</h4>
      <Revisable
        done={appointment !== null}
        mayRevise={item.allowed.includes('appointment')}
        text={
          appointment ? (
            <p>
              <strong>{formatAppointment(appointment.startAt, appointment.endAt, shown)}</strong>
              <br />
              {nameOf(appointment)}
              {appointment.place === 'room' ? <span className="soft"> · {appointment.address}</span> : null}
            </p>
          ) : null
        }
        form={(close) => <AppointmentForm acts={acts} onDone={close} />}
        below={appointment ? <TalkVolunteer acts={acts} appointment={appointment} /> : null}
      />
      {minutes ? (
        <MinutesText minutes={minutes} />
      ) : item.allowed.includes('minutes') ? (
        <>
          <h4>{t('minutes')}</h4>
          <MinutesForm acts={acts} />
        </>
      ) : null}
      {minutes ? <PromisedTasks caseId={item.id} tasks={item.tasks} /> : null}
    </>
  );
}

export function MinutesText({ minutes }: { minutes: CaseMinutes }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  return (
    <>
      <h4>{t('minutes')}</h4>
      <p>
        <strong>{t(`outcome.${minutes.outcome}`)}</strong> · {formatDateTime(minutes.heldAt, shown)}
        {minutes.inTime ? null : <span className="mark over">{t('minutes.late')}</span>}
      </p>
      <p className="prose" lang={writtenIn(minutes.minutes)}>
        {minutes.minutes}
      </p>
      <p className="soft">{t('attendees.who', { names: listed(minutes.attendees, shown) })}</p>
      <p className="soft">
        {t('recordedBy', { who: minutes.recordedBy, at: formatDateTime(minutes.recordedAt, shown) })}
      </p>
    </>
  );
}
