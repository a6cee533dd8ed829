import type { ScheduleTakenBack } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { scheduleWords } from './schedule.words.js';

interface TakenBackListProps {
  /** Left out while they are being read. */
  rows: readonly { id: string; words: string; reason: string }[] | undefined;
  /** They could not be read; the page says why. */
  isFailed: boolean;
  empty: string;
  takeBack: (id: string) => Promise<ScheduleTakenBack>;
  /** How many bookings have lost their time by it. */
  onLost: (count: number) => void;
}

/** What differs from the usual schedule, each with the way back. */
export function TakenBackList({ rows, isFailed, empty, takeBack, onLost }: TakenBackListProps) {
  const t = useWords(scheduleWords);
  const acts = useActs();
  return (
    <>
      <ProblemAlert error={acts.error} />
      {rows === undefined && !isFailed ? <Loading /> : null}
      {rows?.length === 0 ? <p className="empty">{empty}</p> : null}
      <ul className="schedule-list">
        {(rows ?? []).map((row) => (
          <li key={row.id}>
            <span>
              {row.words}
              <small className="soft">{row.reason}</small>
            </span>
            <Button
              size="small"
              aria-label={t('back.of', { what: row.words })}
              onClick={() =>
                acts.ask({
                  consequence: t('back.consequence', { what: row.words }),
                  act: t('back'),
                  run: async () => onLost((await takeBack(row.id)).affected.length),
                })
              }
            >
              {t('back')}
            </Button>
          </li>
        ))}
      </ul>
      {acts.dialog}
    </>
  );
}
