import { Button, Input } from 'antd';
import { useState } from 'react';
import { formatDate } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { PromisedTaskDto } from '@shared/api/generated/interviews.js';
import { Field } from '../controls/field.js';
import { officeInstant } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useTaskStrikeOff } from './case.queries.js';
import { interviewWords } from './interview.words.js';

/** 备忘录: what was promised in the talk, each followed until it is struck off with its result. */
export function PromisedTasks({ caseId, tasks }: { caseId: string; tasks: readonly PromisedTaskDto[] }) {
  const t = useWords(interviewWords);
  return (
    <section aria-labelledby="tasks-title">
      <h4 id="tasks-title">{t('tasks')}</h4>
      {tasks.length === 0 ? <p className="soft">{t('tasks.none')}</p> : null}
      <ul className="tasks-list">
        {tasks.map((task) => (
          <PromisedTask key={task.id} caseId={caseId} task={task} />
        ))}
      </ul>
    </section>
  );
}

const EMPTY = { result: '' };

function PromisedTask({ caseId, task }: { caseId: string; task: PromisedTaskDto }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const draft = useDraft(`task.${task.id}.strike-off`, EMPTY);
  const strikeOff = useTaskStrikeOff(caseId);
  const acts = useActs();
  const submit = () => {
    const result = draft.value.result.trim();
    setMissing(result === '');
    if (result === '') return;
    acts.ask({
      consequence: t('task.consequence', { what: task.what }),
      act: t('task.strikeOff'),
      run: () => strikeOff.mutateAsync({ taskId: task.id, result }),
      onDone: draft.clear,
    });
  };
  return (
    <li data-state={task.state}>
      <p>
        {task.what}
        <span className="soft">
          {' '}
          · {t('task.by', { owner: task.owner, day: formatDate(officeInstant(task.dueOn, '12:00'), shown) })}
        </span>{' '}
        <span className={task.state === 'overdue' ? 'mark over' : 'mark'}>{t(`task.${task.state}`)}</span>
      </p>
      {task.result ? <p className="soft">{task.result}</p> : null}
      {task.allowed.includes('strike-off') && !open ? (
        <Button size="small" onClick={() => setOpen(true)} aria-label={`${t('task.strikeOff')} ${task.what}`}>
          {t('task.strikeOff')}
        </Button>
      ) : null}
      {task.allowed.includes('strike-off') && open ? (
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
            id={`task-${task.id}-result`}
            label={t('task.result')}
            required
            error={missing ? t('task.resultMissing') : undefined}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                value={draft.value.result}
                onChange={(event) => draft.change({ result: event.target.value })}
              />
            )}
          </Field>
          <div className="buttons">
            <Button type="primary" htmlType="submit">
              {t('task.strikeOff')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          </div>
        </form>
      ) : null}
      {acts.dialog}
    </li>
  );
}
