import { useRef } from 'react';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { CaseDetail, LetterDto } from '@shared/api/generated/interviews.js';
import { Button } from '../controls/button.js';
import { CardMark } from '../controls/card-mark.js';
import { LedgerSection } from '../controls/ledger-section.js';
import { printAlone } from '../controls/print.js';
import { isCardReason } from './case-terms.js';
import { useCaseLedger } from './case.queries.js';
import { interviewWords } from './interview.words.js';
import { Orders } from './orders.js';
import { PreviousRounds } from './previous-rounds.js';
import type { CaseActs } from './use-case-acts.js';

/** What supervision has done: letters, cards, orders, earlier rounds, and the ledger of it all. */
export function CaseSide({ item, acts }: { item: CaseDetail; acts: CaseActs }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const ledger = useCaseLedger(item.id);
  const letters = [...(item.letter ? [item.letter] : []), ...item.reminders];
  return (
    <div className="item-body supervision">
      {letters.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
      {item.cards.length > 0 ? (
        <section aria-labelledby="cards-title">
          <h3 id="cards-title">{t('cards')}</h3>
          <ul className="plain">
            {item.cards.map((card) => (
              <li key={card.id}>
                <CardMark colour={card.colour} /> {isCardReason(card.reason) ? t(`card.${card.reason}`) : null}
                <span className="soft"> · {formatDateTime(card.issuedAt, shown)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Orders item={item} acts={acts} />
      {item.previousRounds.length > 0 ? <PreviousRounds rounds={item.previousRounds} /> : null}
      <LedgerSection title={t('ledger')} ledger={ledger} />
    </div>
  );
}

function Letter({ letter }: { letter: LetterDto }) {
  const text = useRef<HTMLDivElement>(null);
  const t = useWords(interviewWords);
  const shown = useLanguage();
  return (
    <section aria-labelledby={`letter-${letter.id}`}>
      <h3 id={`letter-${letter.id}`}>{t(letter.kind === 'reminder' ? 'letter.reminder' : 'letter')}</h3>
      <p>
        {letter.number}
        <span className="soft"> · {t('issuedAt', { at: formatDateTime(letter.issuedAt, shown) })}</span>
      </p>
      <details>
        <summary>{t('letter.open')}</summary>
        <div className="letter" lang="zh-CN" ref={text}>
          {letter.text}
        </div>
        <Button size="small" onClick={() => text.current && printAlone(text.current)}>
          {t('letter.print')}
        </Button>
      </details>
    </section>
  );
}
