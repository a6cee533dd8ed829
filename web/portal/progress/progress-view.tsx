import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDateTime, formatTimes, formatWeekday } from '@shared/dates/format.js';
import { limitText } from '@shared/dates/limit.js';
import { officeCalendar } from '@shared/dates/office-calendar.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { Icon } from '@shared/icons/icon.js';
import { SCORES } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { progressWords } from './progress.words.js';
import { useOfficeCalendar } from './use-office-calendar.js';
import type { TicketProgressDto } from '../hotline.js';

/** How a ticket stands: first what it means for the citizen now, then how it came to that; between, what can be done. */
export function ProgressView({ progress, children }: { progress: TicketProgressDto; children?: ReactNode }) {
  const t = useWords(progressWords);
  const request = useWords(requestWords);
  const language = useLanguage();
  const unit = language === 'en' ? progress.unitNameEn : progress.unitNameZh;
  const score = SCORES.find((one) => one === progress.rating?.score);
  return (
    <>
      <div className="now">
        <p className="now-label">{t('now')}</p>
        <p className="now-state">{t(`state.${progress.state}`)}</p>
        {progress.mayRate && (
          <>
            <Link href="/rating" className="button">
              {t('rate')}
            </Link>
            <p className="soft extra">{t('rateNote')}</p>
          </>
        )}
        {progress.state === 'dissatisfied' && !progress.interview && <p>{t('dissatisfiedNote')}</p>}
      </div>
      {progress.interview && <Invitation interview={progress.interview} />}
      {progress.reply && (
        <section>
          <h2>{t('reply')}</h2>
          <blockquote className="reply" lang={writtenIn(progress.reply.text)}>
            {progress.reply.text}
          </blockquote>
          <p className="soft">{t('repliedAt', { at: formatDateTime(progress.reply.repliedAt, language) })}</p>
        </section>
      )}
      {progress.rating && score !== undefined && (
        <section>
          <h2>{t('rating')}</h2>
          <p>{request(`score.${score}`)}</p>
          {progress.rating.comment !== null && (
            <blockquote className="reply" lang={writtenIn(progress.rating.comment)}>
              {progress.rating.comment}
            </blockquote>
          )}
        </section>
      )}
      {children}
      <dl className="facts">
        <div>
          <dt>{t('subject')}</dt>
          <dd>
            {request(`kind.${progress.kind}`)}
            {language === 'en' ? ': ' : '：'}
            <span lang={writtenIn(progress.subject)}>{progress.subject}</span>
          </dd>
        </div>
        {unit !== null && (
          <div>
            <dt>{t('unit')}</dt>
            <dd>{unit}</dd>
          </div>
        )}
        {progress.replyDueAt !== null && progress.reply === null && (
          <div>
            <dt>{t('due')}</dt>
            <dd>
              <Limit dueAt={progress.replyDueAt} />
            </dd>
          </div>
        )}
      </dl>
      <section>
        <h2>{t('steps')}</h2>
        <ol className="steps-done">
          {progress.steps.map(({ state, at }) => (
            <li key={at + state}>
              <Icon name="check" />
              <span>
                {t(`done.${state}`)}
                <time dateTime={at}>{formatDateTime(at, language)}</time>
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** By the office's time and calendar, not by the phone's. */
function Limit({ dueAt }: { dueAt: string }) {
  const language = useLanguage();
  const inForce = useOfficeCalendar();
  const now = inForce ? new Date(inForce.asOf) : new Date();
  return <>{limitText(dueAt, now, language, inForce && officeCalendar(inForce))}</>;
}

function Invitation({ interview }: { interview: NonNullable<TicketProgressDto['interview']> }) {
  const t = useWords(progressWords);
  const language = useLanguage();
  return (
    <section className="note note-sun">
      <h2 className="with-icon">
        <Icon name="calendar" />
        {t('interviewTitle')}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('interviewWhen')}</dt>
          <dd>
            {formatWeekday(interview.startAt, language)}
            {language === 'en' ? ', ' : ' '}
            <span className="nowrap">{formatTimes(interview.startAt, interview.endAt)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('interviewWhere')}</dt>
          <dd>{language === 'en' ? interview.placeEn : interview.placeZh}</dd>
        </div>
      </dl>
      <p>{t('interviewBody')}</p>
    </section>
  );
}
