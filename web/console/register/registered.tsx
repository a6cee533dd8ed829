import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { listed } from '@shared/i18n/listed.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { useShortcut } from '../controls/use-shortcut.js';
import type { Element } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { registerWords } from './register.words.js';

interface RegisteredProps {
  id: string;
  number: string;
  queryCode: string;
  missing: readonly string[];
  onNext: () => void;
}

/** The number and the code in figures large enough to read out while the caller writes them down. */
export function Registered({ id, number, queryCode, missing, onNext }: RegisteredProps) {
  const t = useWords(registerWords);
  const of = useWords(requestWords);
  const shown = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcut('n', onNext);
  return (
    <div className="registered">
      <h1 tabIndex={-1} ref={heading}>
        {t('done.title')}
      </h1>
      <p>{t('done.readOut')}</p>
      <dl className="read-out">
        <div>
          <dt>{t('done.number')}</dt>
          <dd data-testid="ticket-number">{number}</dd>
        </div>
        <div>
          <dt>{t('done.code')}</dt>
          <dd data-testid="query-code">{queryCode}</dd>
        </div>
      </dl>
      <p className="soft">{t('done.explain')}</p>
      {missing.length > 0 ? (
        <p>
          {t('done.missing', {
            elements: listed(
              missing.map((element) => of(`element.${element as Element}`)),
              shown,
            ),
          })}
        </p>
      ) : null}
      <div className="buttons">
        <Button type="primary" size="large" onClick={onNext} aria-keyshortcuts="n">
          {t('done.next')} <kbd>{t('done.nextKey')}</kbd>
        </Button>
        <Link href={`/tickets/${id}`}>{t('done.open')}</Link>
      </div>
    </div>
  );
}
