import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { InstructionRow } from '@shared/api/generated/interviews.js';
import { Field } from '../controls/field.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useRole } from '../session/session.js';
import { useInstructionStrikeOff, useReportBack } from './report.queries.js';
import { reportWords } from './report.words.js';

const EMPTY = { text: '' };

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
      <p className="prose">{instruction.text}</p>
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
  const draft = useDraft(`instruction.${instruction.id}.report-back`, EMPTY);
  const [missing, setMissing] = useState(false);
  const reportBack = useReportBack(instruction.id);
  const acts = useActs();
  const submit = () => {
    const text = draft.value.text.trim();
    setMissing(text === '');
    if (text === '') return;
    acts.ask({
      consequence: t('reportBack.consequence'),
      act: t('reportBack.act'),
      run: () => reportBack.mutateAsync(text),
      onDone: draft.clear,
    });
  };
  return (
    <form
      className="act-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ProblemAlert error={acts.error} />
      <Field
        id={`report-back-${instruction.id}`}
        label={t('reportBack.text')}
        required
        error={missing ? t('reportBack.missing') : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            value={draft.value.text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {t('reportBack.send')}
      </Button>
      {acts.dialog}
    </form>
  );
}
