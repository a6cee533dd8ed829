import { Link } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import type { InstructionRow } from '@shared/api/generated/interviews.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { TextAct } from '../controls/text-act.js';
import { useActs } from '../controls/use-acts.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useRole } from '../session/session.js';
import { useInstructionStrikeOff, useReportBack } from './report.queries.js';
import { reportWords } from './report.words.js';

/** One instruction on its way: given, reported back, struck off. */
export function InstructionItem({ instruction }: { instruction: InstructionRow }) {
  const t = useWords(reportWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const readsReports = useRole('supervisor', 'inspector', 'leader');
  const acts = useActs();
  const strikeOff = useInstructionStrikeOff(instruction.id);
  const unit = nameOf({ nameZh: instruction.unitNameZh, nameEn: instruction.unitNameEn });
  const late = instruction.overdueAt !== null && instruction.state === 'open';
  return (
    <li className="instruction" data-late={late || undefined}>
      <p className="prose" lang={writtenIn(instruction.text)}>
        {instruction.text}
      </p>
      <p className="soft">
        <span className={late ? 'mark over' : 'mark'}>
          {late ? t('instruction.late') : t(`instruction.${instruction.state}`)}
        </span>{' '}
        {[
          instruction.givenBy,
          formatDateTime(instruction.givenAt, shown),
          unit,
          t('instruction.by', { at: formatDateTime(instruction.dueAt, shown) }),
        ].join(' · ')}
        {readsReports ? (
          <>
            {' · '}
            <Link href={`/reports/${instruction.reportId}`}>{instruction.reportNumber}</Link>
          </>
        ) : null}
      </p>
      {instruction.reportBack ? (
        <p className="prose answer">
          {instruction.reportBack}
          {instruction.reportedBackAt ? (
            <span className="soft">
              {' '}
              · {instruction.reportedBackBy} · {formatDateTime(instruction.reportedBackAt, shown)}
            </span>
          ) : null}
        </p>
      ) : null}
      <ProblemAlert error={acts.error} />
      {instruction.allowed.includes('report-back') ? <ReportBack instruction={instruction} /> : null}
      {instruction.allowed.includes('strike-off') ? (
        <Button
          onClick={() =>
            acts.ask({
              consequence: t('strikeOff.consequence', { unit }),
              act: t('strikeOff'),
              run: () => strikeOff.mutateAsync(),
            })
          }
        >
          {t('strikeOff.send')}
        </Button>
      ) : null}
      {acts.dialog}
    </li>
  );
}

function ReportBack({ instruction }: { instruction: InstructionRow }) {
  const t = useWords(reportWords);
  const reportBack = useReportBack(instruction.id);
  return (
    <TextAct
      id={`report-back-${instruction.id}`}
      draft={`instruction.${instruction.id}.report-back`}
      label={t('reportBack.text')}
      missing={t('reportBack.missing')}
      consequence={t('reportBack.consequence')}
      act={t('reportBack.act')}
      send={t('reportBack.send')}
      run={reportBack.mutateAsync}
    />
  );
}
