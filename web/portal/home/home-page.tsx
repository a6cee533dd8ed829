import { useEffect } from 'react';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon, type IconName } from '@shared/icons/icon.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { homeWords } from './home.words.js';
import { Sunrise } from './sunrise.js';
import { Page } from '../shell/page.js';

export function HomePage() {
  const t = useWords(homeWords);
  // The form's code comes while the page is read, so that the first step opens at once, also on 3G.
  useEffect(() => {
    const timer = setTimeout(() => void import('../file-request/file-request.js').catch(() => null), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="home">
      <Page title={t('title')}>
        <Sunrise />
        <p className="lead extra">{t('lead')}</p>
        <nav className="actions" aria-label={t('title')}>
          <Action href="/request" icon="edit" label={t('file')} hint={t('fileHint')} primary />
          <Action href="/book" icon="calendar" label={t('book')} hint={t('bookHint')} />
          <Action href="/progress" icon="search" label={t('progress')} hint={t('progressHint')} />
          <Action href="/rating" icon="star" label={t('rate')} hint={t('rateHint')} />
        </nav>
        <p className="links">
          <Link href="/b">{t('ownBooking')}</Link>
          <Link href="/hours">{t('hours')}</Link>
          <Link href="/book/outside-hours">{t('outsideHours')}</Link>
        </p>
        <section className="extra">
          <h2>{t('next')}</h2>
          <ol className="steps-ahead">
            <li>{t('step1')}</li>
            <li>{t('step2')}</li>
            <li>{t('step3')}</li>
            <li>{t('step4')}</li>
          </ol>
          <p>
            <Link href="/limits">{t('limits')}</Link>
          </p>
        </section>
        <div className="asides">
          <section>
            <h2>{t('callTitle')}</h2>
            <p>
              {t('callBefore')}
              <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
                {HOTLINE_PHONE}
              </a>
              {t('callAfter')}
            </p>
          </section>
          <section>
            <h2>{t('urgentTitle')}</h2>
            <p>{t('urgent')}</p>
          </section>
        </div>
      </Page>
    </div>
  );
}

interface ActionProps {
  href: string;
  icon: IconName;
  label: string;
  hint: string;
  primary?: boolean;
}

function Action({ href, icon, label, hint, primary = false }: ActionProps) {
  return (
    <Link href={href} className={primary ? 'action action-primary' : 'action'}>
      <Icon name={icon} size="1.7em" />
      <span className="action-words">
        <span className="action-label">{label}</span>
        <span className="action-hint">{hint}</span>
      </span>
      <Icon name="chevronRight" />
    </Link>
  );
}
