import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { ACCESSIBILITY } from '@app/common/contracts/accessibility.js';
import { formatDay, formatTime } from '@shared/dates/format.js';
import { listed } from '@shared/i18n/listed.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { Icon } from '@shared/icons/icon.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { accessibilityWords } from '@shared/sites/accessibility.words.js';
import { sitesOf } from './catalogue.js';
import { chooseWords } from './choose.words.js';
import { change, useDraft } from './draft-store.js';
import { nameOf } from './named.js';
import { questionOf } from './question.js';
import { heardFromService } from './service-clock.js';
import { itemPath, pathOf, useStepFrame } from './step-frame.js';
import { useAnswer } from './use-answer.js';
import { Waiting } from './waiting.js';
import { slotEarliest, type EarliestSlotsDto, type SiteRow } from '../appointments.js';
import { Page } from '../shell/page.js';

/** Step 2: the places that offer the item, as a list, whoever has the earliest free time first. */
export function PlaceStep({ itemCode }: { itemCode: string }) {
  const t = useWords(chooseWords);
  const draft = useDraft();
  const frame = useStepFrame('place', itemPath(itemCode));
  const { item, ...answers } = questionOf(draft, itemCode);
  const sites = useAnswer(itemCode, () => sitesOf(itemCode));
  const earliest = useAnswer(JSON.stringify({ item, answers }), () => slotEarliest(item, answers));
  const asOf = earliest.value?.asOf;
  useEffect(() => {
    if (asOf) heardFromService(asOf);
  }, [asOf]);

  // The places are shown as soon as it is known when they are free, or that nobody can say so now.
  const ready = sites.value !== null && (earliest.value !== null || earliest.problem !== null);
  return (
    <Page title={draft.homeVisit ? t('placeTitleHome') : t('placeTitle')} {...frame}>
      {!ready && <Waiting {...sites} />}
      {ready && sites.value !== null && <Places sites={sites.value} earliest={earliest.value} chosen={draft.siteId} />}
    </Page>
  );
}

interface PlacesProps {
  sites: readonly SiteRow[];
  earliest: EarliestSlotsDto | null;
  chosen: string | null;
}

function Places({ sites, earliest, chosen }: PlacesProps) {
  const t = useWords(chooseWords);
  if (sites.length === 0) {
    return (
      <p>
        {t('noPlaces')}{' '}
        <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
          {HOTLINE_PHONE}
        </a>
      </p>
    );
  }
  const freeAt = new Map(earliest?.items.map((slot) => [slot.siteId, slot.startAt]));
  const whenFree = (site: SiteRow) => freeAt.get(site.id) ?? '9';
  const sorted = [...sites].sort((a, b) => whenFree(a).localeCompare(whenFree(b)));
  return (
    <>
      {earliest !== null && <p className="soft extra">{t('placeLead')}</p>}
      <ul className="rows">
        {sorted.map((site) => (
          <Place
            key={site.id}
            site={site}
            isChosen={site.id === chosen}
            freeAt={freeAt.get(site.id) ?? null}
            isKnown={earliest !== null}
          />
        ))}
      </ul>
    </>
  );
}

interface PlaceProps {
  site: SiteRow;
  isChosen: boolean;
  freeAt: string | null;
  /** False where the service could not say when the places are free. */
  isKnown: boolean;
}

function Place({ site, isChosen, freeAt, isKnown }: PlaceProps) {
  const t = useWords(chooseWords);
  const language = useLanguage();
  const [, go] = useLocation();
  const access = useWords(accessibilityWords);
  // One that the portal does not know yet is shown as it is.
  const accessName = (code: string) => {
    const known = ACCESSIBILITY.find((one) => one === code);
    return known ? access(`accessibility.${known}`) : code;
  };
  const choose = () => {
    change({ type: 'site', siteId: site.id });
    go(pathOf('time'));
  };
  return (
    <li className="row row-place" data-chosen={isChosen || undefined}>
      <div className="row-words">
        <button type="button" className="row-name row-button" aria-describedby={`site-${site.id}`} onClick={choose}>
          {nameOf(site, language)}
        </button>
        <div id={`site-${site.id}`} className="row-facts">
          {isKnown && (
            <span className={freeAt === null ? 'row-free soft' : 'row-free'}>
              <Icon name={freeAt === null ? 'clock' : 'calendar'} />
              {freeAt === null ? (
                t('noneFree')
              ) : (
                <span>
                  {t('earliest')} {formatDay(freeAt, language)} {formatTime(freeAt)}
                </span>
              )}
            </span>
          )}
          <span className="hint" lang={writtenIn(site.address)}>
            {site.address}
          </span>
          {site.accessibility.length > 0 && (
            <span className="hint extra">
              {t('access')}
              {language === 'en' ? ': ' : '：'}
              {listed(
                site.accessibility.map((one) => accessName(one)),
                language,
              )}
            </span>
          )}
        </div>
        {isKnown && freeAt === null && (
          <Link href="/book/waitlist" className="row-aside" onClick={() => change({ type: 'site', siteId: site.id })}>
            {t('toWaitlist')}
          </Link>
        )}
      </div>
      <Icon name="chevronRight" />
    </li>
  );
}
