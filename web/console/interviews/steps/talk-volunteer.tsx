import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import type { CaseAppointment } from '@shared/api/generated/interviews.js';
import { ActForm } from '../../controls/act-form.js';
import { Button } from '../../controls/button.js';
import { interviewWords } from '../interview.words.js';
import type { CaseActs } from '../use-case-acts.js';
import { useVolunteerChoice } from './use-volunteer-choice.js';
import { VolunteerPicker } from './volunteer-picker.js';

/** Who of the legal volunteers joins the appointed talk; the unit may ask one, another, or none any more. */
export function TalkVolunteer({ acts, appointment }: { acts: CaseActs; appointment: CaseAppointment }) {
  const t = useWords(interviewWords);
  const [asking, setAsking] = useState(false);
  const mayAsk = acts.seen.allowed.includes('volunteer');
  const { volunteer, volunteerLost } = appointment;
  if (!volunteer && !mayAsk) return null;
  return (
    <>
      <h4>{t('volunteer')}</h4>
      {volunteerLost && mayAsk ? (
        <p className="notice notice-near">{t(`volunteer.lost.${volunteerLost.why}`, { name: volunteerLost.name })}</p>
      ) : null}
      {asking && mayAsk ? (
        <VolunteerForm acts={acts} appointment={appointment} onDone={() => setAsking(false)} />
      ) : (
        <>
          {volunteer ? (
            <p>
              <strong>{volunteer.name}</strong>
            </p>
          ) : volunteerLost ? null : (
            <p className="soft">{t('volunteer.not')}</p>
          )}
          {mayAsk ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {t(volunteer ? 'volunteer.change' : volunteerLost ? 'volunteer.askAnother' : 'volunteer.ask')}
            </Button>
          ) : null}
        </>
      )}
    </>
  );
}

interface VolunteerFormProps {
  acts: CaseActs;
  appointment: CaseAppointment;
  onDone: () => void;
}

function VolunteerForm({ acts, appointment, onDone }: VolunteerFormProps) {
  const t = useWords(interviewWords);
  const { startAt, endAt, volunteer } = appointment;
  const [chosenId, choose] = useState(volunteer?.volunteerId ?? '');
  const choice = useVolunteerChoice(acts.seen, { startAt, endAt }, chosenId);
  const submit = () =>
    acts.submit({ action: 'volunteer', body: { volunteerId: choice.chosen?.volunteerId ?? null } }, { onDone });
  return (
    <ActForm onSubmit={submit}>
      <VolunteerPicker caseId={acts.seen.id} time={{ startAt, endAt }} choice={choice} onChoose={choose} />
      <div className="choice-options">
        <Button type="primary" htmlType="submit" loading={acts.busy} disabled={!choice.all}>
          {t('volunteer.send')}
        </Button>
        <Button onClick={onDone}>{t('revise.cancel')}</Button>
      </div>
    </ActForm>
  );
}
