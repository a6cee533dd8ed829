import { Link, useSearchParams } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath } from './use-booking.js';
import { waitingWords } from './waiting.words.js';
import { useAnswer } from '../use-answer.js';
import { visitWords } from '../visit.words.js';
import { When } from '../when.js';
import { contactRequestProgress, type ContactRequestProgressDto } from '../../appointments.js';
import { Page } from '../../shell/page.js';

/** A request for service outside opening hours: by when the office calls, and then what was agreed. */
export function RequestPage({ code }: { code: string }) {
  const t = useWords(waitingWords);
  const own = useWords(ownWords);
  const visit = useWords(visitWords);
  const language = useLanguage();
  const [params] = useSearchParams();
  const answer = useAnswer(code, () => contactRequestProgress(code));
  const request = answer.value;
  if (request === null) return <MissingPage answer={answer} />;
  const item = language === 'en' ? request.itemNameEn : request.itemNameZh;
  const site = language === 'en' ? request.siteNameEn : request.siteNameZh;
  return (
    <Page key="there" title={t(`title.${request.kind}`)} back={{ href: '/', label: own('home') }}>
      {params.has('wished') && (
        <p className="note" role="status">
          {t('wished')}
        </p>
      )}
      <div className="receipt">
        <dl>
          <div>
            <dt>{t('requestCode')}</dt>
            <dd className="receipt-code">{request.code}</dd>
          </div>
        </dl>
        <p>{t('keep')}</p>
      </div>
      <div className="now">
        <p className="now-label">{own('now')}</p>
        <p className="now-state">{t(`request.${request.state}`)}</p>
        {request.state === 'requested' && (
          <p>{t('contactBy', { at: formatDateTime(request.contactDueAt, language), phone: request.phoneMasked })}</p>
        )}
      </div>
      <dl className="facts">
        {item !== null && (
          <div>
            <dt>{t('item')}</dt>
            <dd>{item}</dd>
          </div>
        )}
        <TimeOf request={request} />
        {site !== null && (
          <div>
            <dt>{visit('where')}</dt>
            <dd>
              {site}
              <span className="block">{request.siteAddress}</span>
            </dd>
          </div>
        )}
      </dl>
      <p className="links">
        {request.mayChangeWish && <Link href={ownPath(code, 'move')}>{t('changeWish')}</Link>}
        {request.mayWithdraw && <Link href={ownPath(code, 'cancel')}>{t('takeBack')}</Link>}
      </p>
      <p>
        {t(request.mayWithdraw && !request.mayChangeWish ? 'askAgreed' : 'askRequest')}{' '}
        <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
          {HOTLINE_PHONE}
        </a>
      </p>
    </Page>
  );
}

/** The time agreed; until there is one, the time wished for. What was taken back has none. */
function TimeOf({ request }: { request: ContactRequestProgressDto }) {
  const t = useWords(waitingWords);
  const visit = useWords(visitWords);
  const { state, agreedStartAt, agreedEndAt, wishFrom, wishTo, mayChangeWish } = request;
  if (state === 'withdrawn') return null;
  if (agreedStartAt !== null && agreedEndAt !== null) {
    return (
      <div>
        <dt>{visit('when')}</dt>
        <dd className="fact-strong">
          <When startAt={agreedStartAt} endAt={agreedEndAt} />
        </dd>
      </div>
    );
  }
  if (!mayChangeWish) return null;
  return (
    <div>
      <dt>{t('wish')}</dt>
      <dd>{wishFrom !== null && wishTo !== null ? <When startAt={wishFrom} endAt={wishTo} /> : t('wishAny')}</dd>
    </div>
  );
}
