import { Link, useLocation } from 'wouter';
import { formatDay, formatTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath } from './use-booking.js';
import { waitingWords } from './waiting.words.js';
import { oneItem, sitesOf } from '../catalogue.js';
import { nameOf } from '../named.js';
import { noonOf } from '../slot-search.js';
import { useAnswer } from '../use-answer.js';
import { visitWords } from '../visit.words.js';
import { When } from '../when.js';
import { waitlistRead, waitlistWithdraw, type WaitlistEntryDto } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

/** A place on the waitlist by its code: how it stands, the time offered, and the way out. */
export function WaitlistEntryPage({ code, isLeaving }: { code: string; isLeaving: boolean }) {
  const own = useWords(ownWords);
  const t = useWords(waitingWords);
  const answer = useAnswer(code, () => waitlistRead(code));
  const entry = answer.value;
  if (entry === null) return <MissingPage answer={answer} />;
  if (isLeaving && entry.state === 'waiting') return <Leave code={code} onLeft={answer.again} />;
  return (
    <Page key="there" title={t('waitlistTitle')} back={{ href: '/', label: own('home') }}>
      <div className="receipt">
        <dl>
          <div>
            <dt>{t('waitlistCode')}</dt>
            <dd className="receipt-code">{entry.code}</dd>
          </div>
        </dl>
        <p>{t('keep')}</p>
      </div>
      <Standing entry={entry} />
      <Wanted entry={entry} />
      {entry.state === 'waiting' && (
        <p>
          <Link href={ownPath(code, 'cancel')}>{t('withdraw')}</Link>
        </p>
      )}
    </Page>
  );
}

function Standing({ entry }: { entry: WaitlistEntryDto }) {
  const t = useWords(waitingWords);
  const own = useWords(ownWords);
  const { state, offer } = entry;
  return (
    <div className="now">
      <p className="now-label">{own('now')}</p>
      <p className="now-state">{t(`waitlist.${state}`)}</p>
      {state === 'waiting' && <p>{t('waitingBody')}</p>}
      {state === 'over' && <p>{t('overBody')}</p>}
      {offer !== null && (
        <>
          <p className="fact-strong">
            <When startAt={offer.startAt} endAt={offer.endAt} />
          </p>
          {state === 'offered' && <p>{t('offeredUntil', { time: formatTime(offer.until) })}</p>}
          <Link href={ownPath(offer.bookingCode)} className="button">
            {state === 'offered' ? t('toOffer') : own('open')}
          </Link>
        </>
      )}
    </div>
  );
}

function Wanted({ entry }: { entry: WaitlistEntryDto }) {
  const t = useWords(waitingWords);
  const visit = useWords(visitWords);
  const language = useLanguage();
  const item = useAnswer(entry.itemCode, () => oneItem(entry.itemCode)).value;
  const site = useAnswer('sites', () => sitesOf()).value?.find((one) => one.id === entry.siteId);
  const placeOf = (name: string) => (entry.homeVisit ? visit('visitBy', { site: name }) : name);
  const day = (one: string) => formatDay(noonOf(one), language);
  return (
    <dl className="facts">
      <div>
        <dt>{t('item')}</dt>
        <dd>{item ? nameOf(item, language) : '…'}</dd>
      </div>
      <div>
        <dt>{visit('where')}</dt>
        <dd>{site ? placeOf(nameOf(site, language)) : '…'}</dd>
      </div>
      <div>
        <dt>{t('between')}</dt>
        <dd>{t('days', { from: day(entry.fromDay), to: day(entry.toDay) })}</dd>
      </div>
    </dl>
  );
}

function Leave({ code, onLeft }: { code: string; onLeft: () => void }) {
  const t = useWords(waitingWords);
  const [, go] = useLocation();
  const { send, isPending, problem } = useSending();
  const leave = () =>
    send(async () => {
      await keyed('leave-waitlist', code, (options) => waitlistWithdraw(code, options));
      onLeft();
      go(ownPath(code), { replace: true });
    });
  return (
    <Page key="leave" title={t('withdrawTitle')}>
      <ProblemNotice problem={problem} />
      <p>{t('withdrawBody')}</p>
      <p className="links">
        <button type="button" className="button button-over" aria-disabled={isPending} onClick={leave}>
          {t('withdrawYes')}
        </button>
        <Link href={ownPath(code)}>{t('withdrawNo')}</Link>
      </p>
    </Page>
  );
}
