import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { sitesOf } from './catalogue.js';
import { chooseWords } from './choose.words.js';
import { useDraft } from './draft-store.js';
import { fittingHold, type Offered } from './draft.js';
import { hold } from './hold.js';
import { nameOf } from './named.js';
import { questionOf } from './question.js';
import { SlotList } from './slot-list.js';
import { pathOf, useStepFrame } from './step-frame.js';
import { TakenNotice } from './taken-notice.js';
import { useAnswer } from './use-answer.js';
import { ProblemNotice } from '../form/problem-notice.js';
import { useSending } from '../form/use-sending.js';
import { Page } from '../shell/page.js';

/** Step 3: the time. Choosing one holds it for five minutes (domain.md §3) and leads on. */
export function TimeStep({ itemCode, siteId }: { itemCode: string; siteId: string }) {
  const t = useWords(chooseWords);
  const language = useLanguage();
  const draft = useDraft();
  const frame = useStepFrame('time', pathOf('place'));
  const site = useAnswer(itemCode, () => sitesOf(itemCode)).value?.find((one) => one.id === siteId);
  const { choose, pendingAt, problem } = useHolding();

  // The last step's code comes while times are read: a network lost in between stops nobody.
  useEffect(() => void import('./confirm.js').catch(() => null), []);

  return (
    <Page title={draft.homeVisit ? t('timeTitleHome') : t('timeTitle')} {...frame}>
      {site && <p className="soft">{t('timeAt', { place: nameOf(site, language) })}</p>}
      {draft.taken !== null && (
        <TakenNotice alternatives={draft.taken.alternatives} siteId={siteId} pendingAt={pendingAt} onChoose={choose} />
      )}
      <ProblemNotice problem={problem} />
      <SlotList
        key={draft.taken?.startAt}
        question={{ ...questionOf(draft, itemCode), site: siteId }}
        pendingAt={pendingAt}
        heldAt={fittingHold(draft)?.startAt ?? null}
        onChoose={choose}
      />
      <section>
        <h2>{t('otherTimes')}</h2>
        <ul className="links-list">
          <li>
            <Link href="/book/waitlist">{t('waitlistLine')}</Link>
          </li>
          <li>
            <Link href="/book/outside-hours">{t('outsideLine')}</Link>
          </li>
        </ul>
      </section>
    </Page>
  );
}

/** One hold at a time, however often a time is pressed. */
function useHolding() {
  const [, go] = useLocation();
  const { send, isPending, problem } = useSending();
  const [pendingAt, setPendingAt] = useState<string | null>(null);
  const choose = (slot: Offered) =>
    send(async () => {
      setPendingAt(slot.startAt);
      if (await hold(slot)) go(pathOf('contact'));
    });
  return { choose, pendingAt: isPending ? pendingAt : null, problem };
}
