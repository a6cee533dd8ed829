import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from './button.js';

interface PartedHeadProps {
  /** Of the heading; unique on the page. */
  id: string;
  title: string;
  /** The words on the button that adds one, and the whole of what it does. */
  add: string;
  addWhat: string;
  onAdd: () => void;
  /** What the parts are parts of. */
  partsLabel: string;
  parts: readonly { href: string; label: string; current: boolean }[];
  /** What narrows the list. */
  children?: ReactNode;
}

/** Above a list that holds one kind of thing at a time: its title, the way to a new one, and the other kinds. */
export function PartedHead({ id, title, add, addWhat, onAdd, partsLabel, parts, children }: PartedHeadProps) {
  return (
    <div className="list-head">
      <div className="list-title">
        <h1 id={id}>{title}</h1>
        <Button aria-label={addWhat} onClick={onAdd}>
          {add}
        </Button>
      </div>
      <nav aria-label={partsLabel} className="parts">
        {parts.map(({ href, label, current }) => (
          <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
