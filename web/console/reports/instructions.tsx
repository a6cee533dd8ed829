import { useSearchParams } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { Filter } from '../controls/filter.js';
import { controlWords } from '../controls/control.words.js';
import { oneOf } from '../controls/one-of.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { InstructionItem } from './instruction-item.js';
import { useInstructionList } from './report.queries.js';
import { reportWords } from './report.words.js';

const STATES = ['open', 'reported_back', 'struck_off'] as const;

/** 批示: every instruction the reader may know of, until it is struck off. */
export function Instructions() {
  const t = useWords(reportWords);
  const control = useWords(controlWords);
  const [params, setParams] = useSearchParams();
  const state = oneOf(STATES, params.get('state'));
  const instructions = useInstructionList(state ? { state } : {});
  const rows = instructions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <h1>{t('instructions')}</h1>
      <div className="filters" role="group" aria-label={t('filters')}>
        <Filter
          label={t('filter.state')}
          any={t('filter.anyState')}
          value={state ?? ''}
          options={STATES.map((one) => ({ value: one, label: t(`instruction.${one}`) }))}
          onChange={(value) => setParams(value ? { state: value } : {})}
        />
      </div>
      <ProblemAlert error={instructions.error} onAgain={() => void instructions.refetch()} />
      {instructions.data && rows.length === 0 ? <p className="empty">{t('instructions.none')}</p> : null}
      <ul className="plain instructions">
        {rows.map((instruction) => (
          <InstructionItem key={instruction.id} instruction={instruction} />
        ))}
      </ul>
      {instructions.hasNextPage ? (
        <Button onClick={() => void instructions.fetchNextPage()} loading={instructions.isFetching}>
          {control('list.more')}
        </Button>
      ) : null}
    </div>
  );
}
