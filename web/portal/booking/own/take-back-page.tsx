import { Link, Redirect, useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { MissingPage } from './missing-page.js';
import { ownPath } from './use-booking.js';
import { waitingWords } from './waiting.words.js';
import { useAnswer } from '../use-answer.js';
import { contactRequestProgress, contactRequestTakeBack } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

/** 撤回 a request to be contacted: asks once, in a sentence that names what follows. */
export function TakeBackPage({ code }: { code: string }) {
  const t = useWords(waitingWords);
  const [, go] = useLocation();
  const { send, isPending, problem } = useSending();
  const answer = useAnswer(code, () => contactRequestProgress(code));
  const request = answer.value;
  if (request === null) return <MissingPage answer={answer} />;
  if (!request.mayWithdraw) return <Redirect to={ownPath(code)} replace />;

  const takeBack = () =>
    send(async () => {
      await keyed('take-back', code, (options) => contactRequestTakeBack(code, options));
      go(ownPath(code), { replace: true });
    });
  return (
    <Page key="there" title={t('takeBackTitle')} back={{ href: ownPath(code), label: t('toRequest') }}>
      <ProblemNotice problem={problem} title={t('notTakenBack')} />
      <p>{t(request.agreedStartAt === null ? 'takeBackBody' : 'takeBackAgreed')}</p>
      <p className="links">
        <button type="button" className="button button-over" aria-disabled={isPending} onClick={takeBack}>
          {t('takeBackYes')}
        </button>
        <Link href={ownPath(code)}>{t('takeBackNo')}</Link>
      </p>
    </Page>
  );
}
