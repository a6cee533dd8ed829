import './duty.css';
import { useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { SitePicker } from '../sites/site-picker.js';
import { useOwnSite } from '../sites/use-own-site.js';
import { DutyMonth } from './duty-month.js';
import { dutyWords } from './duty.words.js';

/** 值班: who is on duty where, month by month. */
export function Duty({ selected }: { selected: string | null }) {
  const t = useWords(dutyWords);
  const own = useOwnSite();
  return (
    <div className="duty">
      <div className="duty-head">
        <h1>{t('title')}</h1>
        <SitePicker own={own} />
      </div>
      <ProblemAlert error={own.error} />
      {own.site ? (
        <DutyMonth key={own.site.id} siteId={own.site.id} selected={selected} />
      ) : (
        <p className="empty">{t('site.none')}</p>
      )}
    </div>
  );
}
