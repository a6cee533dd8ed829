import { Link, useSearchParams } from 'wouter';
import { formatTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { SCORES } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath, useBooking } from './use-booking.js';
import { bookingWords } from '../booking.words.js';
import { MaterialList } from '../material-list.js';
import { visitWords } from '../visit.words.js';
import { WhenAndWhere } from '../when-and-where.js';
import { bookingConfirm, calendarPath, type BookingDto } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

/** A booking by its code, without an account: how it stands and what can be done with it. */
export function BookingPage({ code }: { code: string }) {
  const t = useWords(ownWords);
  const visit = useWords(visitWords);
  const words = useWords(bookingWords);
  const language = useLanguage();
  const answer = useBooking(code);
  const [params] = useSearchParams();
  const booking = answer.value;
  if (booking === null) return <MissingPage answer={answer} />;
  const lives = booking.state === 'held' || booking.state === 'confirmed' || booking.state === 'arrived';
  const extras = [
    booking.people > 1 && words('people', { people: booking.people }),
    booking.green && words('green'),
    booking.representative && words('represented'),
  ].filter((text) => text !== false);
  return (
    <Page
      key="there"
      title={language === 'en' ? booking.itemNameEn : booking.itemNameZh}
      back={{ href: '/', label: t('home') }}
    >
      {params.has('moved') && (
        <p className="note" role="status">
          {t('moved')}
        </p>
      )}
      <Standing booking={booking} onChange={answer.again} />
      <WhenAndWhere booking={booking} />
      {extras.length > 0 && (
        <p>
          {extras.map((extra) => (
            <span key={extra} className="block">
              {extra}
            </span>
          ))}
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{visit('code')}</dt>
          <dd className="code">{booking.code}</dd>
        </div>
      </dl>
      <Acts booking={booking} />
      {lives && <MaterialList materials={booking.material.materials} />}
      <p>
        {visit('ask')}{' '}
        <a className="phone" href={`tel:${HOTLINE_PHONE}`}>
          {HOTLINE_PHONE}
        </a>
      </p>
    </Page>
  );
}

function Standing({ booking, onChange }: { booking: BookingDto; onChange: () => void }) {
  const t = useWords(ownWords);
  const request = useWords(requestWords);
  const score = SCORES.find((one) => one === booking.rating);
  return (
    <div className="now">
      <p className="now-label">{t('now')}</p>
      <p className="now-state">{t(`state.${booking.state}`)}</p>
      {booking.state === 'held' && booking.heldUntil !== null && (
        <p>{t('heldUntil', { time: formatTime(booking.heldUntil) })}</p>
      )}
      {booking.queue !== null && (
        <div role="status">
          <p className="now-label">{t('queue')}</p>
          <p className="queue-number">{booking.queue.number}</p>
          <p>{t('ahead', { n: booking.queue.ahead })}</p>
        </div>
      )}
      {booking.queue !== null && <p className="soft">{t('asOf', { time: formatTime(booking.queue.asOf) })}</p>}
      {score !== undefined && <p>{t('rated', { score: request(`score.${score}`) })}</p>}
      {booking.allowed.includes('confirm') && <Confirm booking={booking} onConfirmed={onChange} />}
      {booking.allowed.includes('rate') && (
        <Link href={ownPath(booking.code, 'rate')} className="button">
          {t('rate')}
        </Link>
      )}
    </div>
  );
}

/** A time offered from the waitlist: the contact is known, one press takes it. */
function Confirm({ booking, onConfirmed }: { booking: BookingDto; onConfirmed: () => void }) {
  const t = useWords(ownWords);
  const { send, isPending, problem } = useSending();
  const confirm = () =>
    send(async () => {
      await keyed('confirm-offer', booking.code, (options) => bookingConfirm(booking.code, {}, options)).finally(
        onConfirmed,
      );
    });
  return (
    <>
      <ProblemNotice problem={problem} />
      <button type="button" className="button" aria-disabled={isPending} onClick={confirm}>
        {t('confirm')}
      </button>
    </>
  );
}

function Acts({ booking }: { booking: BookingDto }) {
  const t = useWords(ownWords);
  const visit = useWords(visitWords);
  const { code, state, allowed } = booking;
  const isOver = state === 'cancelled' || state === 'expired' || state === 'missed' || state === 'unserved';
  return (
    <p className="links">
      {allowed.includes('move') && (
        <Link href={ownPath(code, 'move')} className="button button-quiet">
          {t('move')}
        </Link>
      )}
      {allowed.includes('cancel') && <Link href={ownPath(code, 'cancel')}>{t('cancel')}</Link>}
      {state === 'confirmed' && (
        <a href={calendarPath(code)} download>
          {visit('calendar')}
        </a>
      )}
      {isOver && (
        <Link href={`/book/item/${booking.itemCode}`} className="button">
          {t('bookAgain')}
        </Link>
      )}
    </p>
  );
}
