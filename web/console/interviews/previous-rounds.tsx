import { formatAppointment } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import type { CaseRoundDto } from '@shared/api/generated/interviews.js';
import { useNameOf } from '../directory/unit.queries.js';
import { interviewWords } from './interview.words.js';
import { MinutesText } from './steps/talk-step.js';
import { VerificationText } from './steps/verification-step.js';

/** The rounds before this one, closed up: what was tried, and why it did not hold. */
export function PreviousRounds({ rounds }: { rounds: readonly CaseRoundDto[] }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  return (
    <section aria-labelledby="previous-title">
      <h3 id="previous-title">{t('previous')}</h3>
      {rounds.map((round) => (
        <details key={round.round}>
          <summary>{t('round', { round: round.round })}</summary>
          {round.rootCause ? (
            <>
              <h4>{t('rootCause')}</h4>
              <p className="prose" lang={writtenIn(round.rootCause)}>
                {round.rootCause}
              </p>
            </>
          ) : null}
          {round.plan ? (
            <>
              <h4>{t('plan')}</h4>
              <p>
                <strong>{t(`class.${round.plan.class}`)}</strong>
              </p>
              <p className="prose" lang={writtenIn(round.plan.plan)}>
                {round.plan.plan}
              </p>
            </>
          ) : null}
          {round.appointment ? (
            <p>
              {formatAppointment(round.appointment.startAt, round.appointment.endAt, shown)} ·{' '}
              {nameOf(round.appointment)}
              {round.appointment.volunteer ? ` · ${t('volunteer.attendee', round.appointment.volunteer)}` : null}
            </p>
          ) : null}
          {round.minutes ? <MinutesText minutes={round.minutes} /> : null}
          {round.verification ? (
            <>
              <h4>{t('verification')}</h4>
              <VerificationText verification={round.verification} />
            </>
          ) : null}
        </details>
      ))}
    </section>
  );
}
