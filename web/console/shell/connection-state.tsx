import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '@shared/i18n/use-words.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { shellWords } from './shell.words.js';

/** Whether what is on the screen follows what happens, in a word beside a dot of its own shape. */
export function ConnectionState() {
  const t = useWords(shellWords);
  const client = useQueryClient();
  // `reset`: the line was down for so long that the service can't tell what was missed.
  const state = useLiveStream('/api/hotline/stream', (event) => {
    if (event.type === 'reset') void client.invalidateQueries();
  });
  return (
    <span
      className="connection"
      data-state={state}
      role="status"
      title={state === 'lost' ? t('live.lostHint') : undefined}
    >
      {t(`live.${state}`)}
    </span>
  );
}
