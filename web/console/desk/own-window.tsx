import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useDeskActs, type DeskVisit, type DeskWindow } from './desk.queries.js';
import { deskWords } from './desk.words.js';

interface OwnWindowProps {
  siteId: string;
  window: DeskWindow | null;
  visits: readonly DeskVisit[];
}

/** The clerk's own window: who is at it, and the next one at the press of a key. */
export function OwnWindow({ siteId, window, visits }: OwnWindowProps) {
  const t = useWords(deskWords);
  const acts = useActs();
  const desk = useDeskActs(siteId);
  const [nobody, setNobody] = useState(false);
  const visit = visits.find(({ id }) => id === window?.visitId) ?? null;
  const call = () => {
    if (!window || visit) return;
    setNobody(false);
    acts.now({ run: () => desk.call(window.id).then((called) => setNobody(called.visit === null)) });
  };
  useShortcut('n', call, window !== null && visit === null);
  return (
    <section className="desk-pane" aria-labelledby="desk-own">
      <h2 id="desk-own">
        {t('mine.title')} {window ? <span className="soft">{window.code}</span> : null}
      </h2>
      <ProblemAlert error={acts.error} />
      {window?.left ? <p className="notice notice-over">{t('window.leftHint')}</p> : null}
      {window ? null : <p className="soft">{t('mine.noWindow')}</p>}
      {visit ? <AtWindow visit={visit} acts={acts} desk={desk} /> : null}
      {window && !visit ? (
        <>
          <p>{t('mine.none')}</p>
          <p className="soft" role="status">
            {nobody ? t('call.nobody') : t('mine.waiting', { count: window.waiting })}
          </p>
          <Button type="primary" size="large" block loading={acts.busy} onClick={call}>
            {t('call')} <kbd>n</kbd>
          </Button>
        </>
      ) : null}
      {acts.dialog}
    </section>
  );
}

interface AtWindowProps {
  visit: DeskVisit;
  acts: ReturnType<typeof useActs>;
  desk: ReturnType<typeof useDeskActs>;
}

function AtWindow({ visit, acts, desk }: AtWindowProps) {
  const t = useWords(deskWords);
  const nameOf = useNameOf();
  const { id, number } = visit;
  return (
    <>
      <p className="desk-number" role="status">
        <strong>{number}</strong> <span>{t(`state.${visit.state}`)}</span>
      </p>
      <p>
        {nameOf({ nameZh: visit.itemNameZh, nameEn: visit.itemNameEn })}
        {visit.green ? <span className="desk-mark"> · {t('green')}</span> : null}
      </p>
      {visit.state === 'called' ? (
        <>
          <p className="soft">{t('calls', { count: visit.calls })}</p>
          <div className="buttons">
            <Button type="primary" loading={acts.busy} onClick={() => acts.now({ run: () => desk.serve(id) })}>
              {t('serve')}
            </Button>
            <Button onClick={() => acts.now({ run: () => desk.recall(id) })}>{t('recall')}</Button>
            <Button
              danger
              onClick={() =>
                acts.ask({
                  consequence: t('leave.consequence', { number }),
                  act: t('leave'),
                  run: () => desk.leave(id),
                })
              }
            >
              {t('leave')}
            </Button>
          </div>
        </>
      ) : (
        <Button type="primary" loading={acts.busy} onClick={() => acts.now({ run: () => desk.finish(id) })}>
          {t('finish')}
        </Button>
      )}
    </>
  );
}
