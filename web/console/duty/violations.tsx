import { useMemo } from 'react';
import type { RosterDetail } from '@shared/api/generated/appointments.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { cellId, dutyGrid, placeOf } from './duty-grid.js';
import { dutyWords } from './duty.words.js';

/** Every broken rule in words, the hard ones first; each leads to its place in the grid. */
export function Violations({ roster }: { roster: RosterDetail }) {
  const t = useWords(dutyWords);
  const shown = useLanguage();
  const rows = useMemo(() => dutyGrid(roster), [roster]);
  const violations = roster.violations.toSorted((a, b) => Number(b.hard) - Number(a.hard));
  const show = (violation: RosterDetail['violations'][number]) => {
    const cell = placeOf(rows, violation);
    if (cell) document.getElementById(cellId(cell.key))?.focus();
  };
  return (
    <section aria-labelledby="violations-title">
      <h2 id="violations-title">
        {t('violations')} {violations.length > 0 ? <span className="soft">{violations.length}</span> : null}
      </h2>
      {violations.length === 0 ? <p className="soft">{t('violations.none')}</p> : null}
      <ul className="duty-violations">
        {violations.map((one) => (
          <li key={[one.rule, one.day, one.session, one.officerId, one.postId].join(' ')}>
            <button type="button" onClick={() => show(one)}>
              <span className={`duty-fault${one.hard ? ' hard' : ''}`}>
                <Icon name={one.hard ? 'over' : 'near'} size="1em" />
                {one.hard ? t('hard') : t('soft')}
              </span>
              {shown === 'zh-CN' ? one.textZh : one.textEn}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
