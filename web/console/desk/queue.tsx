import { useWords } from '@shared/i18n/use-words.js';
import { useNameOf } from '../directory/unit.queries.js';
import type { DeskVisit } from './desk.queries.js';
import { deskWords } from './desk.words.js';

/** Those with a number, in the order they will be called; who is finished is folded away. */
export function Queue({ visits }: { visits: readonly DeskVisit[] }) {
  const t = useWords(deskWords);
  const here = visits.filter(({ endedAt }) => endedAt === null);
  const gone = visits.filter(({ endedAt }) => endedAt !== null);
  return (
    <section className="desk-pane" aria-labelledby="desk-queue">
      <h2 id="desk-queue">{t('queue.title')}</h2>
      {here.length === 0 ? (
        <p className="empty">{gone.length === 0 ? t('queue.none') : t('queue.nobody')}</p>
      ) : (
        <Visits visits={here} />
      )}
      {gone.length > 0 ? (
        <details>
          <summary>{t('queue.done', { count: gone.length })}</summary>
          <Visits visits={gone} />
        </details>
      ) : null}
    </section>
  );
}

function Visits({ visits }: { visits: readonly DeskVisit[] }) {
  const t = useWords(deskWords);
  const nameOf = useNameOf();
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.id} data-done={visit.endedAt !== null || undefined}>
            <th scope="row">{visit.number}</th>
            <td>
              {nameOf({ nameZh: visit.itemNameZh, nameEn: visit.itemNameEn })}
              {visit.green ? <span className="desk-mark"> · {t('green')}</span> : null}
              {visit.late ? <span className="desk-late"> · {t('late')}</span> : null}
            </td>
            <td>
              {t(`state.${visit.state}`)}
              {visit.windowCode ? ` ${visit.windowCode}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
