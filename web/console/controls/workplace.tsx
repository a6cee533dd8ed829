import type { ReactNode } from 'react';

interface WorkplaceProps {
  /** The heading of the page; the list shows it, and where the item stands alone it is there for who listens. */
  title: string;
  list: ReactNode;
  /** The chosen item, or what to say while none is chosen. */
  item: ReactNode;
  chosen: boolean;
  /** For a short list of short rows: the item gets the room. */
  narrow?: boolean;
}

/**
 * The list beside the item: three panes from 1280 px (the item brings two of them), two from 900 px, below that one
 * at a time.
 */
export function Workplace({ title, list, item, chosen, narrow }: WorkplaceProps) {
  return (
    <div className={`workplace${narrow ? ' workplace-narrow' : ''}`} data-chosen={chosen || undefined}>
      <div className="pane pane-list">{list}</div>
      <div className="pane pane-item">
        {chosen ? <h1 className="visually-hidden workplace-title">{title}</h1> : null}
        {item}
      </div>
    </div>
  );
}
