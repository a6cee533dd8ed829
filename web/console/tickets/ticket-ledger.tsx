import { useWords } from '@shared/i18n/use-words.js';
import { LedgerTimeline } from '../controls/ledger-timeline.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useTicketLedger } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';

/** 台账: who did what, when and why, the newest first. */
export function TicketLedger({ id }: { id: string }) {
  const t = useWords(ticketWords);
  const ledger = useTicketLedger(id);
  return (
    <section className="ledger" aria-labelledby="ledger-title">
      <h3 id="ledger-title">{t('ledger')}</h3>
      <ProblemAlert error={ledger.error} onAgain={() => void ledger.refetch()} />
      <LedgerTimeline
        entries={ledger.data?.pages.flatMap((page) => page.items) ?? []}
        hasMore={ledger.hasNextPage}
        onMore={() => void ledger.fetchNextPage()}
      />
    </section>
  );
}
