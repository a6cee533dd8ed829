import { Input } from 'antd';
import { useState } from 'react';
import { formatAppointment } from '@shared/dates/format.js';
import { ApiProblem } from '@shared/http/problem.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { AppointmentBody, FreeRoomDto } from '@shared/api/generated/interviews.js';
import { ActForm } from '../../controls/act-form.js';
import { Button } from '../../controls/button.js';
import { DayField, TimeField } from '../../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../../controls/error-summary.js';
import { Choice, Field } from '../../controls/field.js';
import { officeInstant } from '../../controls/office-time.js';
import { useDraft } from '../../controls/use-draft.js';
import { useNameOf } from '../../directory/unit.queries.js';
import type { TalkTime } from '../case.queries.js';
import { interviewWords } from '../interview.words.js';
import type { CaseActs } from '../use-case-acts.js';
import { RoomPicker } from './room-picker.js';
import { useVolunteerChoice } from './use-volunteer-choice.js';
import { VolunteerPicker } from './volunteer-picker.js';

const DURATIONS = ['30', '60', '90', '120'] as const;
type Duration = (typeof DURATIONS)[number];

const EMPTY = {
  place: 'room' as 'room' | 'field',
  duration: '60' as Duration,
  day: '',
  time: '',
  address: '',
  room: null as FreeRoomDto | null,
  /** Empty: nobody. */
  volunteerId: '',
};

/** Invites the citizen to one of the county's interview rooms, or announces a visit in the field. */
export function AppointmentForm({ acts, onDone }: { acts: CaseActs; onDone: () => void }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const item = acts.seen;
  const draft = useDraft(`case.${item.id}.appointment`, {
    ...EMPTY,
    volunteerId: item.appointment?.volunteer?.volunteerId ?? '',
  });
  const { place, duration, day, time, address, room } = draft.value;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [taken, setTaken] = useState<FreeRoomDto[] | null>(null);

  const inTheField = day === '' || time === '' ? null : timeFrom(officeInstant(day, time), duration);
  const talk = place === 'room' ? room && { startAt: room.startAt, endAt: room.endAt } : inTheField;
  const volunteers = useVolunteerChoice(item, talk, draft.value.volunteerId);

  const bodyOf = (): { body: AppointmentBody; where: string } | null => {
    const faults: FieldError[] = [];
    const volunteerId = volunteers.chosen?.volunteerId ?? null;
    if (place === 'room') {
      if (!room) faults.push({ field: 'rooms', text: t('rooms.missing') });
      setErrors(faults);
      if (!room) return null;
      return {
        body: { place, roomId: room.roomId, startAt: room.startAt, endAt: room.endAt, volunteerId },
        where: nameOf(room),
      };
    }
    if (!inTheField) faults.push({ field: 'field-day', text: t('time.missing') });
    if (address.trim() === '') faults.push({ field: 'address', text: t('address.missing') });
    setErrors(faults);
    if (faults.length > 0 || !inTheField) return null;
    return { body: { place, address: address.trim(), ...inTheField, volunteerId }, where: address.trim() };
  };

  const submit = () => {
    const asked = bodyOf();
    if (!asked) return;
    const { body, where } = asked;
    acts.submit(
      { action: 'appointment', body },
      {
        consequence: t('appointment.consequence', {
          at: formatAppointment(body.startAt, body.endAt, shown),
          place: where,
        }),
        act: t(item.appointment ? 'appointment.move' : 'appointment.send').replace('…', ''),
        onDone: () => {
          draft.clear();
          onDone();
        },
        onFailed: (problem) => {
          const alternatives = alternativesOf(problem);
          if (!alternatives) return;
          setTaken(alternatives);
          draft.change({ room: null });
        },
      },
    );
  };

  return (
    <ActForm onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Choice
        id="place"
        label={t('place')}
        value={place}
        options={[
          { value: 'room', label: t('place.room') },
          { value: 'field', label: t('place.field') },
        ]}
        onChange={(next) => draft.change({ place: next })}
      />
      <Choice
        id="duration"
        label={t('duration')}
        value={duration}
        options={DURATIONS.map((one) => ({ value: one, label: t('duration.minutes', { minutes: Number(one) }) }))}
        onChange={(next) => draft.change({ duration: next, room: null })}
      />
      {place === 'room' ? (
        <RoomPicker
          caseId={item.id}
          durationMinutes={Number(duration)}
          day={day}
          chosen={room}
          taken={taken}
          error={errorOf(errors, 'rooms')}
          onDay={(next) => {
            setTaken(null);
            draft.change({ day: next, room: null });
          }}
          onChoose={(next) => draft.change({ room: next })}
        />
      ) : (
        <>
          <div className="fields-beside">
            <DayField
              id="field-day"
              label={t('day')}
              required
              error={errorOf(errors, 'field-day')}
              value={day}
              onChange={(next) => draft.change({ day: next })}
            />
            <TimeField
              id="field-time"
              label={t('time')}
              required
              step={300}
              value={time}
              onChange={(next) => draft.change({ time: next })}
            />
          </div>
          <Field id="address" label={t('address')} hint={t('address.hint')} required error={errorOf(errors, 'address')}>
            {(control) => (
              <Input {...control} value={address} onChange={(event) => draft.change({ address: event.target.value })} />
            )}
          </Field>
        </>
      )}
      <VolunteerPicker
        caseId={item.id}
        time={talk}
        choice={volunteers}
        onChoose={(volunteerId) => draft.change({ volunteerId })}
      />
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {t(item.appointment ? 'appointment.move' : 'appointment.send')}
      </Button>
    </ActForm>
  );
}

function timeFrom(startAt: string, duration: Duration): TalkTime {
  return { startAt, endAt: new Date(Date.parse(startAt) + Number(duration) * 60_000).toISOString() };
}

/** The free times a refused booking offers instead, or null when it was refused for another reason. */
function alternativesOf(problem: unknown): FreeRoomDto[] | null {
  if (!(problem instanceof ApiProblem) || problem.type !== 'slot-taken') return null;
  const { alternatives } = problem.data;
  return Array.isArray(alternatives) ? (alternatives as FreeRoomDto[]) : [];
}
