import { useWords } from '@shared/i18n/use-words.js';
import { chooseWords } from './choose.words.js';
import type { Answers } from './draft.js';
import type { ItemRow } from '../appointments.js';
import { Choice } from '../form/choice.js';
import { SelectInput } from '../form/select-input.js';

const MAX_PEOPLE = 5;

interface Props {
  item: ItemRow;
  answers: Answers;
  onAnswer: (answers: Partial<Answers>) => void;
}

/** Plain questions, and only those that the item allows. */
export function ItemQuestions({ item, answers, onAnswer }: Props) {
  const t = useWords(chooseWords);
  const people = Array.from({ length: MAX_PEOPLE }, (_, n) => n + 1);
  return (
    <>
      {item.representative && (
        <Choice
          id="who"
          label={t('whoLabel')}
          value={answers.represented ? 'other' : 'self'}
          onChange={(value) => onAnswer({ represented: value === 'other' })}
          options={[
            { value: 'self', label: t('whoSelf') },
            { value: 'other', label: t('whoOther'), hint: t('whoOtherHint') },
          ]}
        />
      )}
      {item.groups && (
        <SelectInput
          id="people"
          label={t('peopleLabel')}
          optional={false}
          value={String(answers.people)}
          onChange={(value) => onAnswer({ people: Number(value) })}
          options={people.map((n) => ({
            value: String(n),
            label: n === 1 ? t('peopleOne') : t('peopleMany', { n }),
          }))}
        />
      )}
      {item.homeVisit && (
        <Choice
          id="where"
          label={t('whereLabel')}
          value={answers.homeVisit ? 'home' : 'window'}
          onChange={(value) => onAnswer({ homeVisit: value === 'home' })}
          options={[
            { value: 'window', label: t('whereWindow') },
            { value: 'home', label: t('whereHome'), hint: t('whereHomeHint') },
          ]}
        />
      )}
      {item.greenChannel && (
        <Choice
          id="green"
          label={t('greenLabel')}
          value={answers.green ? 'yes' : 'no'}
          onChange={(value) => onAnswer({ green: value === 'yes' })}
          options={[
            { value: 'no', label: t('greenNo') },
            { value: 'yes', label: t('greenYes') },
          ]}
        />
      )}
    </>
  );
}
