import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { allItems } from './catalogue.js';
import { chooseWords } from './choose.words.js';
import { nameOf } from './named.js';
import { matches } from './slot-search.js';
import { itemPath, useStepFrame } from './step-frame.js';
import { useAnswer } from './use-answer.js';
import { Waiting } from './waiting.js';
import { Page } from '../shell/page.js';

/** Step 1: the item, found by a word or two of its name in either language. */
export function ItemStep() {
  const t = useWords(chooseWords);
  const language = useLanguage();
  const frame = useStepFrame('item', '/');
  const items = useAnswer('items', allItems);
  const [query, setQuery] = useState('');
  // The next page's code comes while the list is read: a network lost in between stops nobody.
  useEffect(() => void import('./item-page.js').catch(() => null), []);
  const found = (items.value ?? []).filter((item) => matches(query, [item.nameZh, item.nameEn]));
  return (
    <Page title={t('itemTitle')} {...frame}>
      {items.value === null ? (
        <Waiting {...items} />
      ) : (
        <>
          <div className="field">
            <label className="label" htmlFor="search">
              {t('searchLabel')}
            </label>
            <span className="hint extra" id="search-hint">
              {t('searchHint')}
            </span>
            <span className="search">
              <Icon name="search" />
              <input
                id="search"
                className="input"
                type="search"
                autoComplete="off"
                enterKeyHint="search"
                aria-describedby="search-hint"
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            </span>
            <span className="visually-hidden" role="status">
              {query !== '' && found.length > 0 && t('itemsFound', { n: found.length })}
            </span>
          </div>
          <nav aria-label={t('items')}>
            <ul className="rows">
              {found.map((item) => (
                <li key={item.code}>
                  <Link href={itemPath(item.code)} className="row">
                    <span className="row-words">
                      <span className="row-name">{nameOf(item, language)}</span>
                      <span className="hint extra">{t('minutes', { n: item.durationMinutes })}</span>
                    </span>
                    <Icon name="chevronRight" />
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <p role="status">
            {found.length === 0 && (
              <>
                {t('itemsNone')}{' '}
                <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
                  {HOTLINE_PHONE}
                </a>
              </>
            )}
          </p>
        </>
      )}
    </Page>
  );
}
