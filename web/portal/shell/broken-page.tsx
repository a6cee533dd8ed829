import { Component, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Page } from './page.js';
import { shellWords } from './shell.words.js';

/** Catches a page whose code did not arrive (lost network) or that failed; what was typed is in the draft. */
export class BrokenPage extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const t = useWords(shellWords);
  return (
    <Page title={t('broken')}>
      <p>{t('brokenBody')}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </Page>
  );
}
