import { Link } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { fileRequestWords } from './file-request.words.js';
import { keptReceipt } from './receipt.js';
import { Page } from '../shell/page.js';

/** What a citizen takes home: the number large, what happens next, by when, and whom to call (look.md). */
export function ConfirmationPage() {
  const t = useWords(fileRequestWords);
  const language = useLanguage();
  const receipt = keptReceipt();
  if (!receipt) {
    return (
      <Page title={t('noReceipt')}>
        <p>{t('noReceiptBody')}</p>
        <p>
          <Link href="/progress">{t('toProgress')}</Link>
        </p>
      </Page>
    );
  }
  const { number, queryCode, registeredAt, replyLimitDays } = receipt;
  return (
    <Page title={t('doneTitle')} mark={<Icon name="checkCircle" />}>
      <div className="receipt">
        <dl>
          <div>
            <dt>{t('number')}</dt>
            <dd className="receipt-number">{number}</dd>
          </div>
          <div>
            <dt>{t('code')}</dt>
            <dd className="receipt-code">{queryCode}</dd>
          </div>
        </dl>
        <p>{t('keep')}</p>
      </div>
      <p className="soft">{t('registeredAt', { at: formatDateTime(registeredAt, language) })}</p>
      <section>
        <h2>{t('nextTitle')}</h2>
        <ol className="steps-ahead">
          <li>{t('next1')}</li>
          <li>{replyLimitDays === null ? t('next2') : t('next2Limit', { days: replyLimitDays })}</li>
          <li>{t('next3')}</li>
        </ol>
      </section>
      <p>
        {t('ask')}{' '}
        <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
          {HOTLINE_PHONE}
        </a>
      </p>
      <p className="links">
        <Link href={`/p/${number}`} className="button button-quiet">
          {t('toProgress')}
        </Link>
        <Link href="/request">{t('another')}</Link>
      </p>
    </Page>
  );
}
