import { useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import type { CaseRow } from '@shared/api/generated/interviews.js';
import { CardMark } from '../controls/card-mark.js';
import { Clock } from '../controls/clock.js';
import { termWords } from '../terms/terms.words.js';
import { tierOf } from './case-terms.js';
import { interviewWords } from './interview.words.js';

/** A case as one line of a list. */
export function CaseRowLine({ item }: { item: CaseRow }) {
  const t = useWords(interviewWords);
  const term = useWords(termWords);
  // Overdue already says what the red card is for; the line keeps its room for the subject.
  const card = item.card === 'red' && item.clock.state === 'over' ? null : item.card;
  return (
    <>
      <span className="row-number">{item.ticketNumber}</span>
      <span className="row-subject" title={item.subject ?? undefined}>
        {item.round > 1 ? <span className="mark">{t('round', { round: item.round })}</span> : null}
        {item.tier > 1 ? <span className="mark">{term(`tier.${tierOf(item)}`)}</span> : null}
        {item.subject === null ? t('subject.hidden') : <span lang={writtenIn(item.subject)}>{item.subject}</span>}
      </span>
      <span className="row-end">
        {card ? <CardMark colour={card} /> : null}
        <span className="row-state">{term(`case.${item.state}`)}</span>
        <Clock clock={item.clock} />
      </span>
    </>
  );
}
