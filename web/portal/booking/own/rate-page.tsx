import { Redirect, useLocation, useParams } from 'wouter';
import '../booking.css';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath, useBooking } from './use-booking.js';
import { bookingRate } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ScoreForm } from '../../form/score-form.js';
import { Page } from '../../shell/page.js';

/** 评价 after service (domain.md §3). */
export default function RatePage() {
  const { code } = useParams<{ code: string }>();
  const t = useWords(ownWords);
  const language = useLanguage();
  const [, go] = useLocation();
  const answer = useBooking(code.toUpperCase());
  const booking = answer.value;
  if (booking === null) return <MissingPage answer={answer} />;
  if (!booking.allowed.includes('rate')) return <Redirect to={ownPath(booking.code)} replace />;
  return (
    <Page key="there" title={t('rateTitle')} back={{ href: ownPath(booking.code), label: t('back') }}>
      <p>{language === 'en' ? booking.itemNameEn : booking.itemNameZh}</p>
      <ScoreForm
        label={t('scoreLabel')}
        commentHint={t('commentHint')}
        onSend={async (rating) => {
          const about = { code: booking.code, rating };
          await keyed('booking-rating', about, (options) => bookingRate(booking.code, rating, options));
          go(ownPath(booking.code), { replace: true });
        }}
      />
    </Page>
  );
}
