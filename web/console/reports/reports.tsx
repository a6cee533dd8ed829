import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatMonthDay } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { ReportRow } from '@shared/api/generated/interviews.js';
import { Button } from '../controls/button.js';
import { officeDay } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { useRole } from '../session/session.js';
import { useNow } from '../shell/system-clock.js';
import { recentWeeks } from './iso-week.js';
import { ReportView } from './report-view.js';
import { useReportDraft, useReportList } from './report.queries.js';
import { reportWords } from './report.words.js';

/** 《群众约谈工作专报》: a report a week, and the chosen one. */
export function Reports({ selected }: { selected: string | null }) {
  const t = useWords(reportWords);
  const [, go] = useLocation();
  useShortcut('Escape', () => go('/reports'), selected !== null);
  return (
    <Workplace
      title={t('title')}
      narrow
      chosen={selected !== null}
      list={<ReportList selected={selected} />}
      item={selected ? <ReportView key={selected} id={selected} /> : <p className="empty">{t('none.chosen')}</p>}
    />
  );
}

function ReportList({ selected }: { selected: string | null }) {
  const t = useWords(reportWords);
  const reports = useReportList();
  const drafts = useRole('supervisor');
  const rows = reports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="reports-title" className="list">
      <div className="list-head">
        <h1 id="reports-title">{t('title')}</h1>
        {drafts ? <DraftForm /> : null}
      </div>
      <ProblemAlert error={reports.error} onAgain={() => void reports.refetch()} />
      <RowList
        label={t('title')}
        rows={rows.map((report) => ({
          id: report.id,
          href: `/reports/${report.id}`,
          content: <ReportRowLine report={report} />,
        }))}
        chosen={selected}
        empty={drafts ? t('empty.supervisor') : t('empty')}
        hasMore={reports.hasNextPage}
        busy={reports.isFetching}
        onMore={() => void reports.fetchNextPage()}
      />
    </section>
  );
}

function ReportRowLine({ report }: { report: ReportRow }) {
  const t = useWords(reportWords);
  const shown = useLanguage();
  return (
    <>
      <span className="row-number">{report.week}</span>
      <span className="row-subject">
        {/* The week beside it names the year. */}
        {t('range', { from: formatMonthDay(report.from, shown), to: formatMonthDay(lastInstant(report.to), shown) })}
      </span>
      <span className="row-end">
        {report.number ? <span>{report.number}</span> : null}
        <span className="row-state">{t(`state.${report.state}`)}</span>
      </span>
    </>
  );
}

/** A week's end is the next one's first instant; people name its last day. */
function lastInstant(to: string): Date {
  return new Date(Date.parse(to) - 1);
}

/** Drafts a week's report from its cases, or takes in what has changed since. */
function DraftForm() {
  const t = useWords(reportWords);
  const [, go] = useLocation();
  const weeks = recentWeeks(officeDay(useNow()), 8);
  const [week, setWeek] = useState(weeks[0] ?? '');
  const draft = useReportDraft();
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        draft.mutate(week, { onSuccess: (report) => go(`/reports/${report.id}`) });
      }}
    >
      <select
        className="filter week"
        aria-label={t('draft.week')}
        value={week}
        onChange={(event) => setWeek(event.target.value)}
      >
        {weeks.map((one, n) => (
          <option key={one} value={one}>
            {n === 0 ? t('draft.thisWeek', { week: one }) : one}
          </option>
        ))}
      </select>
      <Button htmlType="submit" type="primary" loading={draft.isPending}>
        {t('draft.send')}
      </Button>
      <ProblemAlert error={draft.error} />
    </form>
  );
}
