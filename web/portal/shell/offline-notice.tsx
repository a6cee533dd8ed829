import { useSyncExternalStore } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { shellWords } from './shell.words.js';

function onChange(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that the network is gone, and that nothing typed is. */
export function OfflineNotice() {
  const t = useWords(shellWords);
  const online = useSyncExternalStore(onChange, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <div className="offline">
          <p className="column with-icon">
            <Icon name="alert" />
            {t('offline')}
          </p>
        </div>
      )}
    </div>
  );
}
