import { useState } from 'react';
import { formatTime } from '@shared/dates/format.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Filter } from '../controls/filter.js';
import { Loading } from '../controls/loading.js';
import { NotRead } from '../controls/not-read.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useNameOf } from '../directory/unit.queries.js';
import { SitePicker } from '../sites/site-picker.js';
import { useOwnSite } from '../sites/use-own-site.js';
import { Arrivals } from './arrivals.js';
import { BookedToday } from './booked-today.js';
import { useDeskDay } from './desk.queries.js';
import { deskWords } from './desk.words.js';
import { OwnWindow } from './own-window.js';
import { Queue } from './queue.js';

const KEPT = 'sunline.window';

/** The window clerk's day: who has come, whom to call next, who is expected and who is late. */
export function Desk() {
  const t = useWords(deskWords);
  const own = useOwnSite();
  return (
    <div className="desk">
      <div className="desk-head">
        <h1>{t('title')}</h1>
        <SitePicker own={own} />
        {own.site ? (
          <a className="desk-display" href={`/display/${own.site.id}`} target="_blank" rel="noreferrer">
            {t('display')}
          </a>
        ) : null}
      </div>
      <ProblemAlert error={own.error} />
      {own.isReading ? <Loading lines={6} /> : null}
      {own.site ? <DeskOf key={own.site.id} siteId={own.site.id} /> : null}
      {own.isMissing ? <p className="empty">{t('site.none')}</p> : null}
    </div>
  );
}

function DeskOf({ siteId }: { siteId: string }) {
  const t = useWords(deskWords);
  const nameOf = useNameOf();
  const day = useDeskDay(siteId);
  const [kept, keep] = useState(() => localStorage.getItem(KEPT));
  if (!day.data) return <NotRead query={day} />;
  const { bookings, visits, windows, asOf, more } = day.data;
  const window = windows.find(({ id }) => id === kept) ?? null;
  return (
    <>
      <div className="desk-head">
        <Filter
          label={t('window')}
          any={t('window.choose')}
          value={window?.id ?? ''}
          options={windows
            .filter(({ kind }) => kind === 'counter')
            .map((one) => ({
              value: one.id,
              label: `${one.code} ${nameOf(one)}${one.left ? ` · ${t('window.left')}` : ''}`,
            }))}
          onChange={(id) => {
            localStorage.setItem(KEPT, id);
            keep(id);
          }}
        />
        <span className="soft">{t('asOf', { at: formatTime(asOf) })}</span>
      </div>
      <ProblemAlert error={day.error} onAgain={() => void day.refetch()} />
      {more ? <p className="notice">{t('more')}</p> : null}
      <div className="desk-panes">
        <div className="desk-side">
          <OwnWindow siteId={siteId} window={window} visits={visits} />
          <Arrivals siteId={siteId} windows={windows} />
        </div>
        <Queue visits={visits} />
        <BookedToday siteId={siteId} bookings={bookings} />
      </div>
    </>
  );
}
