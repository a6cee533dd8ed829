import { useEffect, useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { dutyWords } from './duty.words.js';

/** Seconds since it came on the page, for who looks; who listens is not told each of them. */
export function Elapsed() {
  const t = useWords(dutyWords);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <span className="soft" aria-hidden="true">
      {t('propose.seconds', { seconds })}
    </span>
  );
}
