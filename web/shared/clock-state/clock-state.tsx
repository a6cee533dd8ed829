import './clock-state.css';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { clockStateWords } from './clock-state.words.js';
import { limitWordsOf } from '../dates/limit.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Icon, type IconName } from '../icons/icon.js';

export type ClockStateName = 'running' | 'near' | 'over' | 'stopped' | 'done' | 'none';

const ICONS: Record<ClockStateName, IconName> = {
  running: 'clock',
  near: 'near',
  over: 'over',
  stopped: 'pause',
  done: 'checkCircle',
  none: 'clock',
};

interface Props {
  state: ClockStateName;
  /** When the limit ends; with it a running limit says how much is left, instead of the state's word alone. */
  dueAt?: string | null;
  now: Date;
  /** Null as long as it is not read: the limit then is its date. */
  calendar: WorkingCalendar | null;
}

/**
 * How a limit stands, never by colour alone: always an icon and words (look.md). While it runs the words are the
 * limit itself (`还剩 2 个工作日…`), which already say whether it is over.
 */
export function ClockState({ state, dueAt, now, calendar }: Props) {
  const t = useWords(clockStateWords);
  const language = useLanguage();
  const runs = state === 'running' || state === 'near' || state === 'over';
  const limit = runs && dueAt ? limitWordsOf(dueAt, now, language, calendar) : null;
  return (
    <span className="clock-state" data-state={state}>
      <Icon name={ICONS[state]} size="1.15em" />
      <span>
        {limit ? limit.short : t(`state.${state}`)}
        {limit?.exact ? <span className="clock-exact">{limit.exact}</span> : null}
      </span>
    </span>
  );
}
