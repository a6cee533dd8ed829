import { Link } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { requestWords } from '@shared/request/request.words.js';
import { REQUEST_KINDS } from '@app/common/contracts/request-kind.js';
import { oneOf } from '../controls/one-of.js';
import { OUTCOMES } from '../interviews/case-terms.js';
import type { ReportContent, ReportFigures } from '@shared/api/generated/interviews.js';
import { useNameOf } from '../directory/unit.queries.js';
import { interviewWords } from '../interviews/interview.words.js';
import { reportWords } from './report.words.js';

/** First what went wrong, then what was done. */
const FIGURES = [
  'overdue',
  'redCards',
  'yellowCards',
  'secondRounds',
  'opened',
  'held',
  'heldInTime',
  'verified',
  'satisfied',
  'closed',
  'openAtEnd',
] as const satisfies readonly (keyof ReportFigures)[];

/** The week in figures, by unit and case by case. */
export function ReportTables({ content }: { content: ReportContent }) {
  const t = useWords(reportWords);
  const talk = useWords(interviewWords);
  const of = useWords(requestWords);
  const kindOf = (kind: string) => {
    const known = oneOf(REQUEST_KINDS, kind);
    return known ? of(`kind.${known}`) : kind;
  };
  const outcomeOf = (outcome: string | null) => {
    const known = oneOf(OUTCOMES, outcome);
    return known ? talk(`outcome.${known}`) : null;
  };
  const shown = useLanguage();
  const nameOf = useNameOf();
  return (
    <>
      <section aria-labelledby="figures-title">
        <h3 id="figures-title">{t('figures')}</h3>
        <dl className="figures-line">
          {FIGURES.map((figure) => (
            <div
              key={figure}
              data-wrong={(figure === 'overdue' || figure === 'redCards') && content.figures[figure] > 0}
            >
              <dt>{t(`figure.${figure}`)}</dt>
              <dd>{content.figures[figure]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3 id="units-title">{t('units')}</h3>
        {content.units.length === 0 ? (
          <p className="soft">{t('units.none')}</p>
        ) : (
          <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="units-title">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('unit')}</th>
                  {(['opened', 'held', 'heldInTime', 'satisfied', 'overdue', 'yellowCards', 'redCards'] as const).map(
                    (one) => (
                      <th key={one} scope="col" className="number">
                        {t(`figure.${one}`)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {content.units.map((unit) => (
                  <tr key={unit.unitId}>
                    <th scope="row">{nameOf({ nameZh: unit.unitNameZh, nameEn: unit.unitNameEn })}</th>
                    {(['opened', 'held', 'heldInTime', 'satisfied', 'overdue', 'yellowCards', 'redCards'] as const).map(
                      (one) => (
                        <td key={one} className="number">
                          {unit[one]}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section aria-labelledby="lines-title">
        <h3 id="lines-title">{t('cases')}</h3>
        {content.cases.length === 0 ? <p className="soft">{t('cases.none')}</p> : null}
        <ul className="plain">
          {content.cases.map((line) => (
            <li key={line.caseId}>
              <p>
                <Link href={`/interviews/${line.caseId}`}>{line.caseNumber}</Link>{' '}
                {line.subject ?? talk('subject.hidden')}
              </p>
              <p className="soft">
                {[
                  kindOf(line.kind),
                  nameOf({ nameZh: line.unitNameZh, nameEn: line.unitNameEn }),
                  talk('round', { round: line.round }),
                  line.heldAt
                    ? t('line.held', { at: formatDateTime(line.heldAt, shown) })
                    : t('line.dueBy', { at: formatDateTime(line.dueAt, shown) }),
                  outcomeOf(line.outcome),
                  line.satisfied === null ? null : talk(line.satisfied ? 'satisfied.yes' : 'satisfied.no'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
