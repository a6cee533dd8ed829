import { Link, Redirect, useLocation } from 'wouter';
import { ApiProblem } from '@shared/http/problem.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath, useBooking } from './use-booking.js';
import { When } from '../when.js';
import { bookingCancel, bookingRead } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

/** Asks once, in a sentence that names what follows. */
export function CancelPage({ code }: { code: string }) {
  const t = useWords(ownWords);
  const language = useLanguage();
  const answer = useBooking(code);
  const [, go] = useLocation();
  const { send, isPending, problem } = useSending();
  const booking = answer.value;
  if (booking === null) return <MissingPage answer={answer} />;
  if (booking.state === 'cancelled') return <Redirect to={ownPath(code)} replace />;

  const cancel = () =>
    send(async () => {
      await cancelled(code);
      go(ownPath(code), { replace: true });
    });
  return (
    <Page key="there" title={t('cancelTitle')} back={{ href: ownPath(code), label: t('back') }}>
      <ProblemNotice problem={problem} title={t('notCancelled')} />
      <p className="fact-strong">
        {language === 'en' ? booking.itemNameEn : booking.itemNameZh}
        <span className="block">
          <When startAt={booking.startAt} endAt={booking.endAt} />
        </span>
      </p>
      <p>{t('cancelBody')}</p>
      <p className="links">
        <button type="button" className="button button-over" aria-disabled={isPending} onClick={cancel}>
          {t('cancelYes')}
        </button>
        <Link href={ownPath(code)}>{t('cancelNo')}</Link>
      </p>
    </Page>
  );
}

/** Cancels; where the answer of an earlier press was lost, it is cancelled all the same. */
async function cancelled(code: string): Promise<void> {
  try {
    await keyed('cancel', code, (options) => bookingCancel(code, {}, options));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
    const now = await bookingRead(code).catch(() => null);
    if (now?.state !== 'cancelled') throw error;
  }
}
