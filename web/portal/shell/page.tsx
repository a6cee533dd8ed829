import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { shellWords } from './shell.words.js';

interface Props {
  title: string;
  /** Small line above the title: `第 2 步，共 4 步`. */
  above?: string;
  /** A sign before the title: done. */
  mark?: ReactNode;
  back?: { href: string; label: string };
  children: ReactNode;
}

let pagesShown = 0;

/**
 * A page of the portal: its title in the tab, and the focus on its heading when it replaces another page, so that a
 * screen reader says where one is. The very first page leaves the focus alone.
 */
export function Page({ title, above, mark, back, children }: Props) {
  const t = useWords(shellWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pagesShown > 0) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    pagesShown += 1;
  }, []);
  return (
    <div className="column page">
      <title>{`${title} – ${t('name')}`}</title>
      {back && (
        <Link href={back.href} className="back with-icon">
          <Icon name="arrowLeft" />
          {back.label}
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {above && <span className="above">{above}</span>}
        {mark}
        {title}
      </h1>
      {children}
    </div>
  );
}
