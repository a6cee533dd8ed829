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
  return (
    <nav aria-label={label} className={second ? 'second' : undefined}>
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
