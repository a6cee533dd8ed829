import { REQUEST_KINDS } from '@app/common/contracts/request-kind.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { requestWords } from '@shared/request/request.words.js';
import { limitsWords } from './limits.words.js';
import { useServiceItems } from './service-items.js';
import { Page } from '../shell/page.js';

/** Public notice (政务公开): what can be asked for and how long an answer may take. */
export default function LimitsPage() {
  const t = useWords(limitsWords);
  const request = useWords(requestWords);
  const language = useLanguage();
  const { list, failed } = useServiceItems();
  const kinds = REQUEST_KINDS.map((kind) => ({ kind, items: (list ?? []).filter((item) => item.kind === kind) }));
  return (
    <Page title={t('title')} back={{ href: '/', label: t('home') }}>
      <p className="soft">{t('lead')}</p>
      <p role="status">{failed ? t('away') : list === null && t('loading')}</p>
      {kinds.map(
        ({ kind, items }) =>
          items.length > 0 && (
            <table key={kind} className="limits">
              <caption>{request(`kind.${kind}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('item')}</th>
                  <th scope="col">{t('limit')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.code}>
                    <td>{language === 'en' ? item.nameEn : item.nameZh}</td>
                    <td>{t('days', { days: item.replyLimitDays })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ),
      )}
    </Page>
  );
}
