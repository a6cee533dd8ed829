import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { outsideHoursWords } from './outside-hours.words.js';
import { WISHED_TIMES, type Wish, type WishedTime } from './wish-span.js';
import { daysToChoose } from '../days.js';
import { SelectInput } from '../../form/select-input.js';

interface Props {
  wish: Wish;
  onChange: (wish: Wish) => void;
}

/** The day and the time of day somebody wishes for; the time only once there is a day. */
export function WishFields({ wish, onChange }: Props) {
  const t = useWords(outsideHoursWords);
  const language = useLanguage();
  const timeOf = (value: string): WishedTime => WISHED_TIMES.find((one) => one === value) ?? 'day';
  return (
    <>
      <SelectInput
        id="day"
        label={t('day')}
        optional={false}
        value={wish.day}
        onChange={(day) => onChange({ ...wish, day })}
        options={[{ value: '', label: t('dayAny') }, ...daysToChoose(language)]}
      />
      {wish.day !== '' && (
        <SelectInput
          id="time"
          label={t('time')}
          optional={false}
          value={wish.time}
          onChange={(time) => onChange({ ...wish, time: timeOf(time) })}
          options={WISHED_TIMES.map((one) => ({ value: one, label: t(`time.${one}`) }))}
        />
      )}
    </>
  );
}
