import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { contactWords } from './contact.words.js';
import type { Hold } from './draft.js';
import { holdNews, minutesAndSeconds } from './hold-clock.js';
import { pathOf } from './step-frame.js';
import { useSecondsLeft } from './use-seconds-left.js';
import { When } from './when.js';

interface Props {
  held: Hold;
  isKeeping: boolean;
  /** Holds the same time once more. */
  onKeep: () => void;
}

/** The time and how long it is still kept: counted down for the eye, said aloud at two minutes, one, and the end. */
export function HoldNotice({ held, isKeeping, onKeep }: Props) {
  const t = useWords(contactWords);
  const seconds = useSecondsLeft(held.heldUntil, held.behindMs);
  const news = holdNews(seconds);
  const wasKept = useWasKept(held.heldUntil);
  return (
    <div className="note note-sun held">
      <p className="held-when">
        <span className="now-label">{t('heldTitle')}</span>
        <span>
          <When startAt={held.startAt} endAt={held.endAt} />
        </span>
      </p>
      <p className="held-left with-icon" role="timer" data-news={news}>
        <Icon name={news === 'over' ? 'alert' : 'clock'} />
        {news === 'over' ? t('heldOver') : t('heldFor', { left: minutesAndSeconds(seconds) })}
      </p>
      <p className="visually-hidden" role="status">
        {news === 'plenty' ? wasKept && t('kept') : t(`news.${news}`)}
      </p>
      <p className="links">
        <button type="button" className="link" aria-disabled={isKeeping} onClick={onKeep}>
          {isKeeping ? t('keeping') : t('keep')}
        </button>
        <Link href={pathOf('time')}>{t('otherTime')}</Link>
      </p>
    </div>
  );
}

/** Whether the time has been kept longer since the page opened. */
function useWasKept(heldUntil: string): boolean {
  const [first] = useState(heldUntil);
  return heldUntil !== first;
}
