import { Input } from 'antd';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { TaskBody } from '@shared/api/generated/interviews.js';
import { Button } from '../../controls/button.js';
import { useDayInWords } from '../../controls/day-in-words.js';
import { interviewWords } from '../interview.words.js';

interface PromisedTaskFieldsProps {
  tasks: readonly TaskBody[];
  onChange: (tasks: TaskBody[]) => void;
}

/** What was promised, a row each: what, who, by which day. */
export function PromisedTaskFields({ tasks, onChange }: PromisedTaskFieldsProps) {
  const t = useWords(interviewWords);
  const dayInWords = useDayInWords();
  const change = (n: number, patch: Partial<TaskBody>) =>
    onChange(tasks.map((task, m) => (m === n ? { ...task, ...patch } : task)));
  return (
    <fieldset className="field tasks">
      <legend>{t('tasks')}</legend>
      <p className="hint">{t('tasks.hint')}</p>
      {tasks.map((task, n) => (
        <div key={n} className="task-fields">
          <Input
            id={`task-${n}-what`}
            aria-label={t('task.what', { number: n + 1 })}
            placeholder={t('task.what', { number: n + 1 })}
            value={task.what}
            onChange={(event) => change(n, { what: event.target.value })}
          />
          <Input
            aria-label={t('task.owner', { number: n + 1 })}
            placeholder={t('task.owner', { number: n + 1 })}
            value={task.owner}
            onChange={(event) => change(n, { owner: event.target.value })}
          />
          <span className="task-due">
            <input
              className="native"
              type="date"
              aria-label={t('task.dueOn', { number: n + 1 })}
              aria-describedby={`task-${n}-due-said`}
              value={task.dueOn}
              onChange={(event) => change(n, { dueOn: event.target.value })}
            />
            <small className="soft" id={`task-${n}-due-said`}>
              {dayInWords(task.dueOn)}
            </small>
          </span>
          <Button
            aria-label={t('tasks.remove', { number: n + 1 })}
            icon={<Icon name="close" />}
            onClick={() => onChange(tasks.filter((_, m) => m !== n))}
          />
        </div>
      ))}
      <Button onClick={() => onChange([...tasks, { what: '', owner: '', dueOn: '' }])}>{t('tasks.add')}</Button>
    </fieldset>
  );
}
