import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { Icon } from '@shared/icons/icon.js';
import { isDissatisfied, SCORES } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { RatingForm } from './rating-form.js';
import { ratingWords } from './rating.words.js';
import type { TicketProgressDto } from '../hotline.js';
import { Page } from '../shell/page.js';
import { LookUpForm } from '../ticket-access/look-up-form.js';
import { useTicketAccess, type Opened } from '../ticket-access/ticket-access.js';
import { ticketAccessWords } from '../ticket-access/ticket-access.words.js';

export default function RatingPage() {
  const t = useWords(ratingWords);
  const access = useWords(ticketAccessWords);
  const ticket = useTicketAccess();
  const [rated, setRated] = useState<TicketProgressDto | null>(null);
  const back = { href: '/', label: t('home') };

  if (rated?.rating) return <Thanks rating={rated.rating} />;
  if (!ticket.opened) {
    return (
      <Page key="ask" title={t('title')} back={back}>
        <p>{t('lookUp')}</p>
        <LookUpForm isPending={ticket.isPending} problem={ticket.problem} onOpen={ticket.open} />
      </Page>
    );
  }
  const another = (
    <p>
      <button type="button" className="link" onClick={ticket.close}>
        {access('another')}
      </button>
    </p>
  );
  if (!ticket.opened.progress.mayRate) return <NotNow ticket={ticket.opened}>{another}</NotNow>;
  return (
    <Page key="rate" title={t('title')} back={back}>
      <p className="soft extra">{t('lead')}</p>
      {ticket.opened.progress.reply && (
        <section>
          <h2>{t('reply')}</h2>
          <blockquote className="reply" lang={writtenIn(ticket.opened.progress.reply.text)}>
            {ticket.opened.progress.reply.text}
          </blockquote>
        </section>
      )}
      <RatingForm ticket={ticket.opened} onRated={setRated} />
      {another}
    </Page>
  );
}

function Thanks({ rating }: { rating: NonNullable<TicketProgressDto['rating']> }) {
  const t = useWords(ratingWords);
  const request = useWords(requestWords);
  const score = SCORES.find((one) => one === rating.score);
  return (
    <Page key="thanks" title={t('thanks')} mark={<Icon name="checkCircle" />}>
      {score !== undefined && <p>{t('yours', { score: request(`score.${score}`) })}</p>}
      <p>{isDissatisfied(rating.score) ? t('thanksBad') : t('thanksGood')}</p>
      <p>
        <Link href="/progress" className="button button-quiet">
          {t('toProgress')}
        </Link>
      </p>
    </Page>
  );
}

function NotNow({ ticket, children }: { ticket: Opened; children: ReactNode }) {
  const t = useWords(ratingWords);
  const rated = ticket.progress.rating !== null;
  return (
    <Page key="not-now" title={rated ? t('already') : t('notYet')} back={{ href: '/', label: t('home') }}>
      {!rated && <p>{t('notYetBody')}</p>}
      <p>
        <Link href="/progress" className="button button-quiet">
          {t('toProgress')}
        </Link>
      </p>
      {children}
    </Page>
  );
}
