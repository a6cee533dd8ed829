import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Choice } from '../../controls/field.js';
import { Filter } from '../../controls/filter.js';
import { ProblemAlert } from '../../controls/problem-alert.js';
import { useFreeVolunteers, type TalkTime } from '../case.queries.js';
import { interviewWords } from '../interview.words.js';
import { useFieldNames } from '../../volunteers/volunteer-fields.js';
import type { Choosable, VolunteerChoice } from './use-volunteer-choice.js';

interface VolunteerPickerProps {
  caseId: string;
  /** Of the talk; null while none is chosen. */
  time: TalkTime | null;
  choice: VolunteerChoice;
  /** Empty: nobody. */
  onChoose: (volunteerId: string) => void;
}

/** Who of the legal volunteers joins a talk: matched by field and by the time they are free. */
export function VolunteerPicker({ caseId, time, choice, onChoose }: VolunteerPickerProps) {
  const t = useWords(interviewWords);
  return (
    <div className="volunteer-picker" role="group" aria-label={t('volunteer')}>
      <h4>{t('volunteer.optional')}</h4>
      {choice.lost ? (
        <p className="notice notice-near" role="status">
          {t('volunteer.busy', choice.lost)}
        </p>
      ) : null}
      {time ? (
        <Volunteers caseId={caseId} time={time} choice={choice} onChoose={onChoose} />
      ) : (
        <p className="soft">{t('volunteer.afterTime')}</p>
      )}
    </div>
  );
}

function Volunteers({ caseId, time, choice, onChoose }: VolunteerPickerProps & { time: TalkTime }) {
  const t = useWords(interviewWords);
  const fieldNames = useFieldNames();
  const [field, setField] = useState('');
  const ofField = useFreeVolunteers(caseId, time, field);
  const { all, chosen } = choice;
  if (choice.error) return <ProblemAlert error={choice.error} onAgain={choice.again} />;
  if (!all) return <p className="soft">{t('volunteer.loading')}</p>;
  if (all.length === 0) return <p className="soft">{t('volunteer.nobody')}</p>;
  const fields = [...new Set(all.flatMap((one) => one.fields))].sort();
  const shown = field === '' ? all : withChosen(ofField.data ?? [], chosen);
  return (
    <>
      {fields.length > 1 ? (
        <Filter
          label={t('volunteer.field')}
          any={t('volunteer.anyField')}
          value={field}
          options={fields.map((one) => ({ value: one, label: fieldNames([one]) }))}
          onChange={setField}
        />
      ) : null}
      <Choice
        id="volunteer"
        label={t('volunteer.who')}
        value={chosen?.volunteerId ?? ''}
        options={[
          { value: '', label: t('volunteer.none') },
          ...shown.map((one) => ({
            value: one.volunteerId,
            label: one.name,
            ...(one.fields.length > 0 ? { hint: fieldNames(one.fields) } : {}),
          })),
        ]}
        onChange={onChoose}
      />
      {field !== '' && ofField.data?.length === 0 ? <p className="soft">{t('volunteer.nobodyOfField')}</p> : null}
    </>
  );
}

/** Whoever is chosen stays in sight, whatever is filtered. */
function withChosen(found: readonly Choosable[], chosen: Choosable | null): readonly Choosable[] {
  return !chosen || found.some(({ volunteerId }) => volunteerId === chosen.volunteerId) ? found : [chosen, ...found];
}
