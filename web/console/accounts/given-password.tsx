import { useEffect, useRef } from 'react';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { accountWords } from './account.words.js';

/** A one-time password as the gateway told it: nobody can read it a second time. */
export interface Given {
  /** Whose it is. */
  id: string;
  /** Null where the account was made by an earlier try, whose answer did not arrive. */
  password: string | null;
  validUntil: string | null;
}

/** The one-time password, to be read out or written down, until it is put away. */
export function GivenPassword({ given, onPutAway }: { given: Given; onPutAway: () => void }) {
  const t = useWords(accountWords);
  const shown = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [given]);
  return (
    <div className={`notice ${given.password ? 'notice-ok' : 'notice-near'}`} role="status" tabIndex={-1} ref={box}>
      {given.password ? (
        <>
          <p>
            <strong>{t('given.title')}</strong>
          </p>
          <p className="accounts-password" data-testid="one-time-password">
            {given.password}
          </p>
          <p>{t('given.once', { at: formatDateTime(given.validUntil ?? '', shown) })}</p>
        </>
      ) : (
        <p>{t('given.before')}</p>
      )}
      <Button onClick={onPutAway}>{t('given.noted')}</Button>
    </div>
  );
}
