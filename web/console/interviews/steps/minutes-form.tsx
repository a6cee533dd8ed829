import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import type { TaskBody } from '@shared/api/generated/interviews.js';
import { ActForm } from '../../controls/act-form.js';
import { Button } from '../../controls/button.js';
import { DayField, TextField, TimeField } from '../../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../../controls/error-summary.js';
import { Choice } from '../../controls/field.js';
import { linesOf } from '../../controls/lines.js';
import { officeClock, officeDay, officeInstant } from '../../controls/office-time.js';
import { useDraft } from '../../controls/use-draft.js';
import { OUTCOMES, type Outcome } from '../case-terms.js';
import { suiteTime, useNow } from '../../shell/system-clock.js';
import { interviewWords } from '../interview.words.js';
import type { CaseActs } from '../use-case-acts.js';
import { PromisedTaskFields } from './promised-task-fields.js';

/** The minutes of the talk: who was there, what was said, how it ended, what was promised. */
export function MinutesForm({ acts }: { acts: CaseActs }) {
  const t = useWords(interviewWords);
  const item = acts.seen;
  const now = useNow();
  const appointed = item.appointment ? new Date(item.appointment.startAt) : now;
  const volunteer = item.appointment?.volunteer;
  // A talk held before its appointed hour was held just now.
  const start = appointed < now ? appointed : now;
  const draft = useDraft(`case.${item.id}.minutes`, {
    day: officeDay(start),
    time: officeClock(start),
    attendees: volunteer ? `${t('volunteer.attendee', volunteer)}\n` : '',
    minutes: '',
    outcome: null as Outcome | null,
    tasks: [] as TaskBody[],
  });
  const { day, time, attendees, minutes, outcome, tasks } = draft.value;
  const [errors, setErrors] = useState<FieldError[]>([]);

  const submit = () => {
    const present = linesOf(attendees);
    const faults: FieldError[] = [];
    if (day === '' || time === '') faults.push({ field: 'held-day', text: t('heldAt.missing') });
    if (present.length === 0) faults.push({ field: 'attendees', text: t('attendees.missing') });
    if (minutes.trim() === '') faults.push({ field: 'minutes', text: t('minutes.missing') });
    if (!outcome) faults.push({ field: 'outcome', text: t('outcome.missing') });
    const half = tasks.findIndex((task) => task.what.trim() === '' || task.owner.trim() === '' || task.dueOn === '');
    if (half >= 0) faults.push({ field: `task-${half}-what`, text: t('task.incomplete') });
    setErrors(faults);
    if (faults.length > 0 || !outcome) return;
    acts.submit(
      {
        action: 'minutes',
        body: {
          heldAt: instantOf(day, time, suiteTime(Date.now())),
          attendees: present,
          minutes: minutes.trim(),
          outcome,
          tasks: tasks.map((task) => ({ what: task.what.trim(), owner: task.owner.trim(), dueOn: task.dueOn })),
        },
      },
      { consequence: t('minutes.consequence'), act: t('minutes.send').replace('…', ''), onDone: draft.clear },
    );
  };

  return (
    <ActForm onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <div className="fields-beside">
        <DayField
          id="held-day"
          label={t('heldOn')}
          required
          error={errorOf(errors, 'held-day')}
          value={day}
          onChange={(next) => draft.change({ day: next })}
        />
        <TimeField
          id="held-time"
          label={t('heldAt')}
          required
          value={time}
          onChange={(next) => draft.change({ time: next })}
        />
      </div>
      <TextField
        id="attendees"
        label={t('attendees')}
        hint={t('attendees.hint')}
        required
        error={errorOf(errors, 'attendees')}
        rows={3}
        value={attendees}
        onChange={(next) => draft.change({ attendees: next })}
      />
      <TextField
        id="minutes"
        label={t('minutes')}
        hint={t('minutes.hint')}
        required
        error={errorOf(errors, 'minutes')}
        rows={6}
        value={minutes}
        onChange={(next) => draft.change({ minutes: next })}
      />
      <Choice
        id="outcome"
        label={t('outcome')}
        required
        value={outcome}
        error={errorOf(errors, 'outcome')}
        options={OUTCOMES.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
        onChange={(next) => draft.change({ outcome: next })}
      />
      <PromisedTaskFields tasks={tasks} onChange={(next) => draft.change({ tasks: next })} />
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {t('minutes.send')}
      </Button>
    </ActForm>
  );
}

/** The instant of a day and a minute; the present minute means now, not its beginning, which may lie before the round. */
function instantOf(day: string, time: string, now: Date): string {
  return day === officeDay(now) && time === officeClock(now) ? now.toISOString() : officeInstant(day, time);
}
