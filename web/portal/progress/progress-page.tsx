import { useParams } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { ProgressView } from './progress-view.js';
import { ReviewPart } from './review-part.js';
import { progressWords } from './progress.words.js';
import { Page } from '../shell/page.js';
import { LookUpForm } from '../ticket-access/look-up-form.js';
import { useTicketAccess } from '../ticket-access/ticket-access.js';
import { ticketAccessWords } from '../ticket-access/ticket-access.words.js';

/** Progress by number and query code; `/p/:number` is where a text message leads. */
export default function ProgressPage() {
  const t = useWords(progressWords);
  const access = useWords(ticketAccessWords);
  const { number } = useParams<{ number?: string }>();
  const ticket = useTicketAccess(number);
  const back = { href: '/', label: t('home') };
  if (!ticket.opened) {
    return (
      <Page key="ask" title={t('title')} back={back}>
        <LookUpForm number={number} isPending={ticket.isPending} problem={ticket.problem} onOpen={ticket.open} />
      </Page>
    );
  }
  const { access: key, progress } = ticket.opened;
  return (
    <Page key="seen" title={t('of', { number: progress.number })} back={back}>
      <ProgressView progress={progress}>
        <ReviewPart access={key} progress={progress} onAsked={(next) => ticket.show({ access: key, progress: next })} />
      </ProgressView>
      <p>
        <button type="button" className="link" onClick={ticket.close}>
          {access('another')}
        </button>
      </p>
    </Page>
  );
}
