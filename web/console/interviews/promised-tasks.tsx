import { useState } from 'react';
import { formatDate } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import type { PromisedTaskDto } from '@shared/api/generated/interviews.js';
import { Button } from '../controls/button.js';
import { officeInstant } from '../controls/office-time.js';
import { TextAct } from '../controls/text-act.js';
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

function PromisedTask({ caseId, task }: { caseId: string; task: PromisedTaskDto }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const [open, setOpen] = useState(false);
  const strikeOff = useTaskStrikeOff(caseId, task.id);
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
        <TextAct
          id={`task-${task.id}-result`}
          draft={`task.${task.id}.strike-off`}
          label={t('task.result')}
          missing={t('task.resultMissing')}
          consequence={t('task.consequence', { what: task.what })}
          act={t('task.strikeOff')}
          send={t('task.strikeOff')}
          rows={2}
          beside={<Button onClick={() => setOpen(false)}>{t('cancel')}</Button>}
          run={strikeOff.mutateAsync}
        />
      ) : null}
    </li>
  );
}
