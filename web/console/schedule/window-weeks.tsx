import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useWindows } from './schedule.queries.js';
import { scheduleWords } from './schedule.words.js';
import { WindowWeek } from './window-week.js';

/** The weekly pattern of each window of a site. */
export function WindowWeeks({ siteId }: { siteId: string }) {
  const t = useWords(scheduleWords);
  const nameOf = useNameOf();
  const windows = useWindows(siteId);
  const [chosen, choose] = useState('');
  const window = windows.data?.find(({ id }) => id === chosen) ?? windows.data?.[0];
  return (
    <section aria-labelledby="window-weeks-title">
      <h2 id="window-weeks-title" className="visually-hidden">
        {t('view.windows')}
      </h2>
      <ProblemAlert error={windows.error} onAgain={() => void windows.refetch()} />
      {windows.data && !window ? <p className="empty">{t('windows.none')}</p> : null}
      {window ? (
        <>
          <select
            className="filter"
            aria-label={t('windows.choose')}
            value={window.id}
            onChange={(event) => choose(event.target.value)}
          >
            {(windows.data ?? []).map((one) => (
              <option key={one.id} value={one.id}>
                {[one.code, nameOf(one), one.active ? '' : t('windows.off')].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
          <WindowWeek key={window.id} window={window} />
        </>
      ) : null}
    </section>
  );
}
