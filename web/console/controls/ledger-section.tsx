import { LedgerTimeline } from './ledger-timeline.js';
import { ProblemAlert } from './problem-alert.js';
import type { ComponentProps } from 'react';
import type { Page } from '../api/lists.js';

type Entry = ComponentProps<typeof LedgerTimeline>['entries'][number];

interface LedgerSectionProps {
  title: string;
  /** The ledger of one item, a page at a time. */
  ledger: {
    data?: { pages: readonly Page<Entry>[] };
    error: unknown;
    hasNextPage: boolean;
    refetch: () => Promise<unknown>;
    fetchNextPage: () => Promise<unknown>;
  };
}

/** 台账: who did what, when and why. */
export function LedgerSection({ title, ledger }: LedgerSectionProps) {
  return (
    <section className="ledger" aria-labelledby="ledger-title">
      <h3 id="ledger-title">{title}</h3>
      <ProblemAlert error={ledger.error} onAgain={() => void ledger.refetch()} />
      <LedgerTimeline
        entries={ledger.data?.pages.flatMap((page) => page.items) ?? []}
        hasMore={ledger.hasNextPage}
        onMore={() => void ledger.fetchNextPage()}
      />
    </section>
  );
}
