import { useEffect, useRef } from 'react';
import { Link } from 'wouter';

export interface MenuEntry {
  key: string;
  href: string;
  words: string;
  /** `page`: where one is; `true`: the group it belongs to. */
  current: 'page' | 'true' | undefined;
}

interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  /** The row below the bar: the places of one group. */
  second?: boolean;
}

/** A row of places. */
export function Menu({ label, entries, second }: MenuProps) {
  const row = useRef<HTMLElement>(null);
  const here = entries.find(({ current }) => current)?.key;
  // On a narrow screen the row is longer than the screen: where one is must not stand beyond its edge.
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <nav aria-label={label} className={second ? 'second' : undefined} ref={row}>
      <ul>
        {entries.map(({ key, href, words, current }) => (
          <li key={key}>
            <Link href={href} aria-current={current}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
