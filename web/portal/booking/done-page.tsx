import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { contactWords } from './contact.words.js';
import { MaterialList } from './material-list.js';
import { keptReceipt } from './receipt.js';
import { visitWords } from './visit.words.js';
import { WhenAndWhere } from './when-and-where.js';
import { calendarPath } from '../appointments.js';
import { Page } from '../shell/page.js';

/** What a citizen takes home: code, time, way, material, what happens next, and how to change it (look.md). */
export function DonePage() {
  const t = useWords(contactWords);
  const visit = useWords(visitWords);
  const booking = keptReceipt();
  if (!booking) {
    return (
      <Page title={t('noReceipt')}>
        <p>{t('noReceiptBody')}</p>
        <p>
          <Link href="/b">{t('toBooking')}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('doneTitle')} mark={<Icon name="checkCircle" />}>
      <div className="receipt">
        <dl>
          <div>
            <dt>{visit('code')}</dt>
            <dd className="receipt-code">{booking.code}</dd>
          </div>
        </dl>
        <p>{t('keepCode')}</p>
      </div>
      <WhenAndWhere booking={booking} />
      <p className="links">
        <a href={calendarPath(booking.code)} className="button button-quiet" download>
          {visit('calendar')}
        </a>
        <Link href={`/b/${booking.code}`}>{t('manage')}</Link>
      </p>
      <MaterialList materials={booking.material.materials} />
      <section>
        <h2>{t('nextTitle')}</h2>
        <ol className="steps-ahead">
          <li>{t('next1')}</li>
          <li>{booking.homeVisit ? t('next2Home') : t('next2')}</li>
          <li>{t('next3')}</li>
        </ol>
      </section>
      <p>
        {visit('ask')}{' '}
        <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
          {HOTLINE_PHONE}
        </a>
      </p>
      <p>
        <Link href="/book">{t('another')}</Link>
      </p>
    </Page>
  );
}
