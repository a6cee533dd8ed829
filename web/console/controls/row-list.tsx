import { useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from './button.js';
import { controlWords } from './control.words.js';
import { Loading } from './loading.js';
import { useShortcut } from './use-shortcut.js';

export interface Row {
  id: string;
  href: string;
  content: ReactNode;
  /** A row that needs a hand at once is marked at its left edge. */
  alarm?: boolean;
}

interface RowListProps {
  label: string;
  rows: readonly Row[];
  chosen: string | null;
  /** Said where no row is: what would be here and how it gets here. */
  empty: ReactNode;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

/** Rows of 40 px, one line each; `j` and `k` walk through them, Enter opens one. */
export function RowList({ label, rows, chosen, empty, hasMore, busy, onMore }: RowListProps) {
  const t = useWords(controlWords);
  const list = useRef<HTMLUListElement>(null);
  const walk = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.row') ?? [])];
    const focused = links.findIndex((link) => link === document.activeElement);
    const from = focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') === 'true');
    const next = links[Math.min(Math.max(from + step, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('j', () => walk(1));
  useShortcut('k', () => walk(-1));

  if (rows.length === 0 && !busy) return <div className="empty">{empty}</div>;
  return (
    <>
      <ul className="rows" aria-label={label} ref={list} aria-busy={busy || undefined}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={row.href}
              className={`row${row.alarm ? ' alarm' : ''}`}
              aria-current={row.id === chosen ? 'true' : undefined}
            >
              {row.content}
            </Link>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <Loading lines={8} /> : null}
      <div className="rows-end">
        {hasMore ? (
          <Button onClick={onMore} loading={busy}>
            {busy ? t('list.moreBusy') : t('list.more')}
          </Button>
        ) : (
          <span className="soft">{busy ? null : t('list.end')}</span>
        )}
      </div>
    </>
  );
}
