import './display.css';
import { formatTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { displayWords } from './display.words.js';
import { useDisplay } from './use-display.js';

/** What hangs in a waiting room: the numbers called, the window each goes to, and who comes next. */
export default function DisplayPage({ params }: { params: { siteId: string } }) {
  const t = useWords(displayWords);
  const shown = useLanguage();
  const { display, state } = useDisplay(params.siteId);
  if (state === 'gone') return <p className="display-notice">{t('gone')}</p>;
  return (
    <div className="display">
      <title>{t('title')}</title>
      <header className="display-head">
        <h1>{display ? (shown === 'zh-CN' ? display.siteNameZh : display.siteNameEn) : t('title')}</h1>
        {display ? <p>{t('asOf', { at: formatTime(display.asOf) })}</p> : null}
      </header>
      {state === 'lost' ? (
        <p className="display-notice" role="alert">
          {t('lost')}
        </p>
      ) : null}
      {display ? (
        <>
          <section className="display-now" aria-live="polite" aria-label={t('called')}>
            {display.called.length === 0 ? (
              <p className="display-none">{t('none')}</p>
            ) : (
              <table className="display-called">
                <thead>
                  <tr>
                    <th scope="col">{t('number')}</th>
                    <th scope="col">{t('window')}</th>
                  </tr>
                </thead>
                <tbody>
                  {display.called.map(({ number, windowCode }) => (
                    <tr key={number}>
                      <th scope="row">{number}</th>
                      <td>{windowCode}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section className="display-next">
            <h2>
              {t('next')} <span>{t('waiting', { count: display.waiting })}</span>
            </h2>
            <p>{display.next.join('　')}</p>
          </section>
        </>
      ) : null}
    </div>
  );
}
