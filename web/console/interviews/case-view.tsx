import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { requestWords } from '@shared/request/request.words.js';
import type { CaseDetail } from '@shared/api/generated/interviews.js';
import { CardMark } from '../controls/card-mark.js';
import { Clock } from '../controls/clock.js';
import { NotRead } from '../controls/not-read.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { StaleNotice } from '../controls/stale-notice.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useItemTitle } from '../shell/item-title.js';
import { termWords } from '../terms/terms.words.js';
import { changesOf } from './case-changes.js';
import { tierOf } from './case-terms.js';
import { CaseSide } from './case-side.js';
import { useCase } from './case.queries.js';
import { interviewWords } from './interview.words.js';
import { Steps } from './steps/steps.js';
import { useAssignedOnly } from './use-assigned-only.js';
import { useCaseActs } from './use-case-acts.js';

/** One interview: its limit, its three steps, what supervision has done about it. */
export function CaseView({ id }: { id: string }) {
  const item = useCase(id);
  if (!item.data) return <NotRead query={item} page />;
  return <CaseRead item={item.data} onReload={() => item.refetch()} />;
}

function CaseRead({ item, onReload }: { item: CaseDetail; onReload: () => Promise<unknown> }) {
  const t = useWords(interviewWords);
  const term = useWords(termWords);
  const shown = useLanguage();
  const acts = useCaseActs(item, onReload);
  const assignedOnly = useAssignedOnly();
  return (
    <article className="item case" aria-labelledby="case-number">
      <div className="item-main">
        <CaseHead item={item} />
        <div className="item-body">
          {acts.stale ? (
            <StaleNotice changes={changesOf(acts.seen, item, t, term, shown)} onContinue={acts.catchUp} />
          ) : (
            <ProblemAlert error={acts.error} />
          )}
          <p role="status" className={acts.saved ? 'notice notice-ok' : 'visually-hidden'}>
            {acts.saved}
          </p>
          {item.redacted ? (
            <p className="notice">
              <Icon name="lock" /> {t('redacted')}
            </p>
          ) : (
            <Steps acts={acts} />
          )}
        </div>
      </div>
      {assignedOnly ? null : (
        <div className="item-side">
          <CaseSide item={item} acts={acts} />
        </div>
      )}
      {acts.dialog}
    </article>
  );
}

function CaseHead({ item }: { item: CaseDetail }) {
  const t = useWords(interviewWords);
  const term = useWords(termWords);
  const of = useWords(requestWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const assignedOnly = useAssignedOnly();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useItemTitle(item.caseNumber);
  return (
    <header className="item-head">
      <Link href={`/interviews${location.search}`} className="back">
        <Icon name="arrowLeft" />
        {t('back')}
      </Link>
      <h2 id="case-number" tabIndex={-1} ref={heading}>
        {item.caseNumber}
      </h2>
      <p className="item-subject" lang={writtenIn(item.subject)}>
        {item.subject ?? t('subject.hidden')}
      </p>
      <p className="item-facts">
        <span className="kind">{of(`kind.${item.kind}`)}</span>
        <span className="state">{term(`case.${item.state}`)}</span>
        <span className="mark">{t('round', { round: item.round })}</span>
        <span className="mark">{term(`tier.${tierOf(item)}`)}</span>
        {item.card ? <CardMark colour={item.card} /> : null}
        <Clock clock={item.clock} />
      </p>
      <p className="soft">
        {t('unit', { unit: nameOf({ nameZh: item.unitNameZh, nameEn: item.unitNameEn }) })}
        {' · '}
        {assignedOnly ? (
          t('ticket', { number: item.ticketNumber })
        ) : (
          <Link href={`/tickets/${item.ticketId}`}>{t('ticket', { number: item.ticketNumber })}</Link>
        )}
        {' · '}
        {t('opened', { at: formatDateTime(item.openedAt, shown) })}
        {item.closedAt ? ` · ${t('closedAt', { at: formatDateTime(item.closedAt, shown) })}` : null}
      </p>
    </header>
  );
}
