import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { useLedgerText } from '../terms/use-ledger-text.js';
import { Button } from './button.js';
import { controlWords } from './control.words.js';

export interface LedgerLine {
  at: string;
  action: string;
  actorName: string | null;
  actorRole: string | null;
  reason: string | null;
}

interface LedgerTimelineProps {
  entries: readonly LedgerLine[];
  hasMore: boolean;
  onMore: () => void;
}

/** Every change of an item: when, who, what and why. What the suite did by itself, it says so. */
export function LedgerTimeline({ entries, hasMore, onMore }: LedgerTimelineProps) {
  const t = useWords(controlWords);
  const text = useLedgerText();
  const shown = useLanguage();
  return (
    <>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.at + entry.action} data-by={entry.actorRole ?? undefined}>
            <time dateTime={entry.at}>{formatDateTime(entry.at, shown)}</time>
            <span className="what">{text.act(entry.action)}</span>
            <span className="who">
              {[...new Set([text.who(entry.actorName), text.post(entry.actorRole)])].filter(Boolean).join(' · ')}
            </span>
            {entry.reason ? (text.why(entry.reason) ?? <q lang={writtenIn(entry.reason)}>{entry.reason}</q>) : null}
          </li>
        ))}
      </ol>
      {hasMore ? (
        <Button size="small" onClick={onMore}>
          {t('list.more')}
        </Button>
      ) : null}
    </>
  );
}
