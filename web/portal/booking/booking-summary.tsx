import { Link } from 'wouter';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';
import { oneItem, sitesOf } from './catalogue.js';
import { contactWords } from './contact.words.js';
import { useDraft } from './draft-store.js';
import type { Hold } from './draft.js';
import { nameOf } from './named.js';
import { itemPath, pathOf } from './step-frame.js';
import { useAnswer } from './use-answer.js';

/** What is about to be booked; the time stands above. Each line with the way back to where it was chosen. */
export function BookingSummary({ held }: { held: Hold }) {
  const t = useWords(contactWords);
  const booking = useWords(bookingWords);
  const language = useLanguage();
  const { represented } = useDraft();
  const item = useAnswer(held.itemCode, () => oneItem(held.itemCode)).value;
  const site = useAnswer('sites', () => sitesOf()).value?.find((one) => one.id === held.siteId);
  const extras = [
    held.people > 1 && booking('people', { people: held.people }),
    held.green && booking('green'),
    held.homeVisit && booking('homeVisit'),
    represented && booking('represented'),
  ].filter((text) => text !== false);
  const rows = [
    { label: booking('item'), text: item ? nameOf(item, language) : '…', href: pathOf('item') },
    { label: booking('place'), text: site ? nameOf(site, language) : '…', href: pathOf('place') },
    ...(extras.length > 0 ? [{ label: t('rowExtras'), text: extras.join('\n'), href: itemPath(held.itemCode) }] : []),
  ];
  return (
    <dl className="summary booking-summary">
      {rows.map(({ label, text, href }) => (
        <div key={label} className="summary-row">
          <dt>{label}</dt>
          <dd>{text}</dd>
          <dd className="summary-change">
            <Link href={href} aria-label={t('changeOf', { what: label })}>
              {t('change')}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
