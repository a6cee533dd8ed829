import { Link } from 'wouter';
import { ApiProblem } from '@shared/http/problem.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ownWords } from './own.words.js';
import type { Answer } from '../use-answer.js';
import { Waiting } from '../waiting.js';
import { Page } from '../../shell/page.js';

/** While what a code stands for is awaited, and when there is nothing of that code. */
export function MissingPage({ answer }: { answer: Answer<unknown> }) {
  const t = useWords(ownWords);
  const isUnknown = answer.problem instanceof ApiProblem && [400, 404].includes(answer.problem.status);
  return (
    <Page
      key={isUnknown ? 'unknown' : 'awaited'}
      title={t(isUnknown ? 'notFound' : 'lookUpTitle')}
      back={{ href: '/', label: t('home') }}
    >
      {isUnknown ? (
        <>
          <p>{t('lost')}</p>
          <p>
            <Link href="/b">{t('another')}</Link>
          </p>
        </>
      ) : (
        <Waiting {...answer} />
      )}
    </Page>
  );
}
