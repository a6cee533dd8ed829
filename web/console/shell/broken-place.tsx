import { Component, useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { shellWords } from './shell.words.js';

/**
 * Catches a page whose code did not arrive – the network is gone, or a new version has taken the old one's place – or
 * that failed. The menu stays; what was typed is in its draft. Another page is another try.
 */
export function BrokenPlace({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return <Boundary key={location.split('/')[1]}>{children}</Boundary>;
}

class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useWords(shellWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="page">
      <h1 tabIndex={-1} ref={heading}>
        {t('broken')}
      </h1>
      <p>{t(navigator.onLine ? 'broken.why' : 'broken.offline')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('broken.reload')}
      </Button>
    </div>
  );
}
