import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { formatDate, formatDateTime } from '@shared/dates/format.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { ReportDetail } from '@shared/api/generated/interviews.js';
import { Button } from '../controls/button.js';
import { NotRead } from '../controls/not-read.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { isStale, StaleNotice } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useSeen } from '../controls/use-seen.js';
import { useItemTitle } from '../shell/item-title.js';
import { InstructionForm } from './instruction-form.js';
import { InstructionItem } from './instruction-item.js';
import { ReportTables } from './report-tables.js';
import { documentHref, useReport, useReportSignOff } from './report.queries.js';
import { reportWords } from './report.words.js';
import { SummaryEditor } from './summary-editor.js';

/** One week's report: the draft while it is edited, the frozen and numbered one after its sign-off. */
export function ReportView({ id }: { id: string }) {
  const report = useReport(id);
  if (!report.data) return <NotRead query={report} page />;
  return <ReportRead report={report.data} onReload={() => report.refetch()} />;
}

function ReportRead({ report, onReload }: { report: ReportDetail; onReload: () => Promise<unknown> }) {
  const t = useWords(reportWords);
  const shown = useLanguage();
  const { seen, stale, catchUp } = useSeen(report, `report.${report.id}.`);
  const acts = useActs();
  const signOff = useReportSignOff(report.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useItemTitle(report.title);
  const reload = (problem: unknown) => {
    if (isStale(problem)) void onReload();
  };
  return (
    <article className="item report" aria-labelledby="report-title">
      <div className="item-main">
        <header className="item-head">
          <Link href="/reports" className="back">
            <Icon name="arrowLeft" />
            {t('back')}
          </Link>
          <h2 id="report-title" tabIndex={-1} ref={heading}>
            {report.title}
          </h2>
          <p className="item-facts">
            <span className="state">{t(`state.${report.state}`)}</span>
            {report.number ? <span>{report.number}</span> : null}
            <span>
              {t('range', {
                from: formatDate(report.from, shown),
                to: formatDate(new Date(Date.parse(report.to) - 1), shown),
              })}
            </span>
          </p>
          <p className="soft">
            {t('draftedAt', { at: formatDateTime(report.draftedAt, shown), who: report.draftedBy ?? t('bySystem') })}
            {report.signedOffAt
              ? ` · ${t('signedOffAt', { at: formatDateTime(report.signedOffAt, shown), who: report.signedOffBy ?? '' })}`
              : null}
          </p>
        </header>
        <div className="item-body">
          {stale ? (
            <StaleNotice
              changes={
                seen.summary === report.summary
                  ? []
                  : [{ label: t('summary'), was: seen.summary || '—', now: report.summary || '—' }]
              }
              onContinue={catchUp}
            />
          ) : (
            <ProblemAlert error={acts.error} />
          )}
          <section aria-labelledby="summary-title">
            <h3 id="summary-title">{t('summary')}</h3>
            {seen.allowed.includes('edit') ? (
              <SummaryEditor report={seen} acts={acts} onFailed={reload} />
            ) : (
              <p className="prose">{report.summary || t('summary.none')}</p>
            )}
          </section>
          <ReportTables content={report.content} />
        </div>
      </div>
      <div className="item-side">
        <div className="acts">
          <div className="buttons">
            {seen.allowed.includes('sign-off') ? (
              <Button
                type="primary"
                onClick={() =>
                  acts.ask({
                    consequence: t('signOff.consequence', { week: report.week }),
                    act: t('signOff'),
                    run: () => signOff.mutateAsync(seen.version),
                    onFailed: reload,
                  })
                }
              >
                {t('signOff.send')}
              </Button>
            ) : null}
            <a className="download" href={documentHref(report.id)} download>
              <Icon name="download" />
              {t('download')}
            </a>
          </div>
        </div>
        <div className="item-body">
          <section aria-labelledby="instructions-title">
            <h3 id="instructions-title">{t('instructions')}</h3>
            {report.instructions.length === 0 ? <p className="soft">{t('instructions.noneHere')}</p> : null}
            <ul className="plain">
              {report.instructions.map((instruction) => (
                <InstructionItem key={instruction.id} instruction={instruction} />
              ))}
            </ul>
          </section>
          {report.allowed.includes('instructions') ? <InstructionForm reportId={report.id} /> : null}
        </div>
      </div>
      {acts.dialog}
    </article>
  );
}
