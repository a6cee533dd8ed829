import type { RosterDetail } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { dutyWords } from './duty.words.js';

const TURNS = ['noon', 'evening', 'weekend', 'holiday'] as const;

/** How the turns nobody likes are shared, and what is owed in return (轮休). */
export function Balance({ roster }: { roster: RosterDetail }) {
  const t = useWords(dutyWords);
  return (
    <section aria-labelledby="balance-title">
      <h2 id="balance-title">{t('balance')}</h2>
      <p className="soft" id="balance-hint">
        {t('balance.hint')}
      </p>
      <div className="duty-scroll" tabIndex={0} role="group" aria-labelledby="balance-title">
        <table className="duty-balance" aria-labelledby="balance-title" aria-describedby="balance-hint">
          <thead>
            <tr>
              <th scope="col">{t('balance.who')}</th>
              {TURNS.map((turn) => (
                <th scope="col" key={turn}>
                  {t(`balance.${turn}`)}
                </th>
              ))}
              <th scope="col">{t('balance.owed')}</th>
            </tr>
          </thead>
          <tbody>
            {roster.balance.map((one) => (
              <tr key={one.officerId}>
                <th scope="row" title={one.name}>
                  {one.name}
                </th>
                {TURNS.map((turn) => (
                  <td key={turn}>
                    {one.period[turn]} <small>({one.carried[turn]})</small>
                  </td>
                ))}
                <td>{one.owedHalfDays}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
