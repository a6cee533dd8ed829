import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { visitWords } from './visit.words.js';
import { When } from './when.js';
import type { BookingDto } from '../appointments.js';

/** The time, and the way to it; of a home visit, whose people come. */
export function WhenAndWhere({ booking }: { booking: BookingDto }) {
  const t = useWords(visitWords);
  const language = useLanguage();
  const site = language === 'en' ? booking.siteNameEn : booking.siteNameZh;
  const directions = language === 'en' ? booking.directionsEn : booking.directionsZh;
  return (
    <dl className="facts">
      <div>
        <dt>{t('when')}</dt>
        <dd className="fact-strong">
          <When startAt={booking.startAt} endAt={booking.endAt} />
        </dd>
      </div>
      {booking.homeVisit ? (
        <div>
          <dt>{t('visit')}</dt>
          <dd>{t('visitBy', { site })}</dd>
        </div>
      ) : (
        <>
          <div>
            <dt>{t('where')}</dt>
            <dd>
              <span className="fact-strong">{site}</span>
              <span className="block" lang={writtenIn(booking.address)}>
                {booking.address}
              </span>
            </dd>
          </div>
          {directions && (
            <div>
              <dt>{t('howToGo')}</dt>
              <dd>{directions}</dd>
            </div>
          )}
        </>
      )}
    </dl>
  );
}
