import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { formatAppointment, formatDateTime } from '@shared/dates/format.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { requestWords } from '@shared/request/request.words.js';
import type {
  TicketDetailDto,
  TicketInterviewDto,
  TicketNoticeDto,
  TicketReviewDto,
} from '@shared/api/generated/hotline.js';
import { CardMark } from '../controls/card-mark.js';
import { Clock } from '../controls/clock.js';
import { LedgerSection } from '../controls/ledger-section.js';
import { NotRead } from '../controls/not-read.js';
import { useNameOf } from '../directory/unit.queries.js';
import { isCardReason } from '../interviews/case-terms.js';
import { interviewWords } from '../interviews/interview.words.js';
import { useRole } from '../session/session.js';
import { useItemTitle } from '../shell/item-title.js';
import { termWords } from '../terms/terms.words.js';
import { Contact } from './contact.js';
import { TicketActs } from './ticket-acts.js';
import { TicketMarks } from './ticket-marks.js';
import { useTicket, useTicketLedger } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';
import { ELEMENTS, type Score } from '@shared/request/request.js';

/** One ticket: what is asked, where it stands, what may be done now, and everything that has happened to it. */
export function Ticket({ id }: { id: string }) {
  const t = useWords(ticketWords);
  const ticket = useTicket(id);
  const ledger = useTicketLedger(id);
  if (!ticket.data) return <NotRead query={ticket} page />;
  return (
    <article className="item" aria-labelledby="ticket-number">
      <div className="item-main">
        <TicketHead ticket={ticket.data} />
        <TicketBody ticket={ticket.data} />
      </div>
      <div className="item-side">
        <TicketActs ticket={ticket.data} onReload={() => ticket.refetch()} />
        <LedgerSection title={t('ledger')} ledger={ledger} />
      </div>
    </article>
  );
}

function TicketHead({ ticket }: { ticket: TicketDetailDto }) {
  const t = useWords(ticketWords);
  const term = useWords(termWords);
  const of = useWords(requestWords);
  const nameOf = useNameOf();
  const heading = useRef<HTMLHeadingElement>(null);
  // Enter on a row moves on to the ticket: the next key belongs to it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useItemTitle(ticket.number);
  return (
    <header className="item-head">
      <Link href={`/tickets${location.search}`} className="back">
        <Icon name="arrowLeft" />
        {t('back')}
      </Link>
      <h2 id="ticket-number" tabIndex={-1} ref={heading}>
        {ticket.number}
      </h2>
      <p className="item-subject" lang={writtenIn(ticket.subject)}>
        {ticket.subject || t('subject.hidden')}
      </p>
      <p className="item-facts">
        <span className="kind">{of(`kind.${ticket.kind}`)}</span>
        <span className="state">{term(`state.${ticket.state}`)}</span>
        <TicketMarks ticket={ticket} />
        <Clock clock={ticket.clock} />
      </p>
      {ticket.card ? (
        <p className={`notice notice-${ticket.card === 'red' ? 'over' : 'near'}`}>
          <CardMark colour={ticket.card} /> {t(`notice.${ticket.card}`)}
        </p>
      ) : null}
      {ticket.notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
      {ticket.unitId ? (
        <p className="soft">
          {t('unit', { unit: nameOf({ nameZh: ticket.unitNameZh ?? '', nameEn: ticket.unitNameEn ?? '' }) })}
        </p>
      ) : null}
    </header>
  );
}

function TicketBody({ ticket }: { ticket: TicketDetailDto }) {
  const t = useWords(ticketWords);
  const term = useWords(termWords);
  const of = useWords(requestWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  return (
    <div className="item-body">
      <section aria-labelledby="ticket-elements">
        <h3 id="ticket-elements">{t('elements')}</h3>
        {ticket.elements ? (
          <dl className="elements">
            {ELEMENTS.map((element) => {
              const text = ticket.elements?.[element];
              return (
                <div key={element} data-missing={text ? undefined : true}>
                  <dt>{of(`element.${element}`)}</dt>
                  <dd lang={writtenIn(text ?? null)}>{text ?? of('notProvided')}</dd>
                </div>
              );
            })}
          </dl>
        ) : (
          <p className="notice">
            <Icon name="lock" /> {t('elements.confidential')}
          </p>
        )}
      </section>
      <section aria-labelledby="ticket-facts">
        <h3 id="ticket-facts">{t('facts')}</h3>
        <dl className="facts">
          <div>
            <dt>{t('registeredAt')}</dt>
            <dd>
              {formatDateTime(ticket.registeredAt, shown)} · {term(`channel.${ticket.channel}`)}
            </dd>
          </div>
          {ticket.serviceItem ? (
            <div>
              <dt>{t('serviceItem')}</dt>
              <dd>
                {nameOf(ticket.serviceItem)} · {t('limit', { days: ticket.serviceItem.replyLimitDays })}
              </dd>
            </div>
          ) : null}
          {ticket.clocks.map((clock) => (
            <div key={clock.kind}>
              <dt>{t(`clock.${clock.kind}`)}</dt>
              <dd>
                {clock.metAt
                  ? t('clock.met', { at: formatDateTime(clock.metAt, shown) })
                  : t('clock.due', { at: formatDateTime(clock.dueAt, shown) })}
              </dd>
            </div>
          ))}
          {ticket.note ? (
            <div>
              <dt>{t('note')}</dt>
              <dd>{ticket.note}</dd>
            </div>
          ) : null}
        </dl>
      </section>
      {ticket.interview ? <Interview interview={ticket.interview} /> : null}
      <Contact ticket={ticket} />
      {ticket.reply ? (
        <section aria-labelledby="ticket-reply">
          <h3 id="ticket-reply">{t(`reply.${ticket.reply.how}`)}</h3>
          <p className="soft">
            {formatDateTime(ticket.reply.repliedAt, shown)}
            {ticket.reply.inTime === false ? <span className="mark over">{t('reply.late')}</span> : null}
          </p>
          <p className="prose" lang={writtenIn(ticket.reply.text)}>
            {ticket.reply.text}
          </p>
        </section>
      ) : null}
      {ticket.review ? <Review review={ticket.review} /> : null}
      {ticket.rating ? (
        <section aria-labelledby="ticket-rating">
          <h3 id="ticket-rating">{t('rating')}</h3>
          <p className={ticket.rating.score <= 2 ? 'rating rating-low' : 'rating'}>
            <strong>{t('rating.score', { score: ticket.rating.score })}</strong>{' '}
            {of(`score.${ticket.rating.score as Score}`)}
            <span className="soft"> · {formatDateTime(ticket.rating.ratedAt, shown)}</span>
          </p>
          {ticket.rating.comment ? (
            <p className="prose" lang={writtenIn(ticket.rating.comment)}>
              {ticket.rating.comment}
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

/** 复议: what the citizen asks, and how it was decided. */
function Review({ review }: { review: TicketReviewDto }) {
  const t = useWords(ticketWords);
  const shown = useLanguage();
  const { askedAt, reason, outcome, decidedAt, decisionReason } = review;
  return (
    <section aria-labelledby="ticket-review">
      <h3 id="ticket-review">{t('review')}</h3>
      <p className="soft">{t(`review.by.${review.via}`, { at: formatDateTime(askedAt, shown) })}</p>
      {reason === null ? null : (
        <p className="prose" lang={writtenIn(reason)}>
          {reason}
        </p>
      )}
      <p>
        <strong>{t(`review.${outcome ?? 'open'}`)}</strong>
        {decidedAt === null ? null : <span className="soft"> · {formatDateTime(decidedAt, shown)}</span>}
      </p>
      {decisionReason === null ? null : (
        <p className="prose" lang={writtenIn(decisionReason)}>
          {decisionReason}
        </p>
      )}
    </section>
  );
}

function Notice({ notice }: { notice: TicketNoticeDto }) {
  const t = useWords(ticketWords);
  const talk = useWords(interviewWords);
  const shown = useLanguage();
  if (notice.kind === 'order') {
    return (
      <p className="notice notice-over">
        {t('notice.order', {
          number: notice.number ?? '',
          at: notice.dueAt ? formatDateTime(notice.dueAt, shown) : '',
        })}
      </p>
    );
  }
  return (
    <p className={`notice notice-${notice.colour === 'red' ? 'over' : 'near'}`}>
      {notice.colour ? <CardMark colour={notice.colour} /> : null}{' '}
      {isCardReason(notice.reason) ? talk(`card.${notice.reason}`) : null}
      <span className="soft"> · {formatDateTime(notice.issuedAt, shown)}</span>
    </p>
  );
}

function Interview({ interview }: { interview: TicketInterviewDto }) {
  const t = useWords(ticketWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const reads = useRole('supervisor', 'handler', 'unit_head', 'inspector', 'leader');
  const { startAt, endAt, heldAt, placeZh, placeEn } = interview;
  const how = heldAt
    ? t('interview.held', { at: formatDateTime(heldAt, shown) })
    : startAt && endAt
      ? t('interview.at', {
          at: formatAppointment(startAt, endAt, shown),
          place: nameOf({ nameZh: placeZh ?? '', nameEn: placeEn ?? '' }),
        })
      : t('interview.due', { at: formatDateTime(interview.dueAt, shown) });
  return (
    <section aria-labelledby="ticket-interview">
      <h3 id="ticket-interview">{t('interview')}</h3>
      <p>
        {reads ? <Link href={`/interviews/${interview.caseId}`}>{interview.caseNumber}</Link> : interview.caseNumber}
        {' · '}
        {t('interview.round', { round: interview.round })}
        {' · '}
        {how}
      </p>
    </section>
  );
}
