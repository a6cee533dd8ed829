import type { ReactNode } from 'react';

interface WorkplaceProps {
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
export function Workplace({ list, item, chosen, narrow }: WorkplaceProps) {
  return (
    <div className={`workplace${narrow ? ' workplace-narrow' : ''}`} data-chosen={chosen || undefined}>
      <div className="pane pane-list">{list}</div>
      <div className="pane pane-item">{item}</div>
    </div>
  );
}
