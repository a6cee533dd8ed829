import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { TextField } from '../controls/value-fields.js';
import { useDayName } from '../duty/duty-names.js';
import { calendarWords } from './calendar.words.js';
import { readNotice, type Doubt, type ReadNotice } from './read-notice.js';
import type { YearDraft } from './year-draft.js';

interface NoticeReaderProps {
  year: number;
  draft: YearDraft;
  change: (patch: Partial<YearDraft>) => void;
}

/** Takes the days out of the notice's own text; what it was not sure of it says, and everything can be changed below. */
export function NoticeReader({ year, draft, change }: NoticeReaderProps) {
  const t = useWords(calendarWords);
  const [read, setRead] = useState<ReadNotice | null>(null);
  const isEmpty = read?.holidays.length === 0 && read.makeUpDays.length === 0;
  const take = () => {
    const found = readNotice(draft.notice, year);
    setRead(found);
    if (found.holidays.length === 0 && found.makeUpDays.length === 0) return;
    change({
      holidays: found.holidays,
      makeUpDays: found.makeUpDays,
      ...(found.source ? { source: found.source } : {}),
    });
  };
  return (
    <>
      <TextField
        id="year-notice"
        label={t('notice')}
        hint={t('notice.hint')}
        rows={6}
        value={draft.notice}
        onChange={(notice) => change({ notice })}
      />
      <Button onClick={take} disabled={draft.notice.trim() === ''}>
        {t('notice.read')}
      </Button>
      {read ? (
        <div className={`notice ${isEmpty || read.doubts.length > 0 ? 'notice-near' : 'notice-ok'}`} role="status">
          <p>
            {isEmpty
              ? t('notice.nothing')
              : t('notice.found', { holidays: read.holidays.length, makeUpDays: read.makeUpDays.length })}
          </p>
          <Doubts doubts={read.doubts} year={year} />
        </div>
      ) : null}
    </>
  );
}

function Doubts({ doubts, year }: { doubts: readonly Doubt[]; year: number }) {
  const t = useWords(calendarWords);
  const dayName = useDayName();
  const words = (doubt: Doubt) => {
    if (doubt.kind === 'unread') return t('doubt.unread', { text: doubt.text });
    if (doubt.kind === 'elsewhere') return t('doubt.elsewhere', { day: doubt.day, year });
    const { from, to } = doubt.span;
    return t('doubt.count', { from: dayName(from), to: dayName(to), said: doubt.said });
  };
  if (doubts.length === 0) return null;
  return (
    <ul>
      {doubts.map(words).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
