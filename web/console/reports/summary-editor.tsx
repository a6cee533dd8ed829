import { Input } from 'antd';
import { useWords } from '@shared/i18n/use-words.js';
import type { ReportDetail } from '@shared/api/generated/interviews.js';
import { Button } from '../controls/button.js';
import { Field } from '../controls/field.js';
import { sendsWithCtrlEnter } from '../controls/send-key.js';
import type { Acts } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useReportEdit } from './report.queries.js';
import { reportWords } from './report.words.js';

interface SummaryEditorProps {
  report: ReportDetail;
  acts: Acts;
  onFailed: (problem: unknown) => void;
}

/** The words the hotline puts before the week's figures. */
export function SummaryEditor({ report, acts, onFailed }: SummaryEditorProps) {
  const t = useWords(reportWords);
  const edit = useReportEdit(report.id);
  const draft = useDraft(`report.${report.id}.summary`, { text: report.summary }, acts.busy);
  const submit = () =>
    acts.now({
      run: () => edit.mutateAsync({ summary: draft.value.text.trim(), version: report.version }),
      onDone: draft.clear,
      onFailed,
    });
  const changed = draft.value.text.trim() !== report.summary;
  return (
    <form
      className="act-form"
      onKeyDown={sendsWithCtrlEnter(submit)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field id="report-summary" label={t('summary.label')} hint={t('summary.hint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={6}
            readOnly={acts.busy}
            value={draft.value.text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="buttons">
        <Button htmlType="submit" disabled={!changed} loading={edit.isPending}>
          {t('summary.save')}
        </Button>
        <span className="soft" role="status">
          {changed ? t('summary.unsaved') : t('summary.saved')}
        </span>
      </div>
    </form>
  );
}
