import { useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useAssignedTalks } from './case.queries.js';
import { CaseRowLine } from './case-row-line.js';
import { interviewWords } from './interview.words.js';

/** The talks a volunteer is asked to, the newest first. */
export function AssignedTalks({ selected }: { selected: string | null }) {
  const t = useWords(interviewWords);
  const talks = useAssignedTalks();
  return (
    <section aria-labelledby="cases-title" className="list">
      <div className="list-head">
        <h1 id="cases-title">{t('title')}</h1>
      </div>
      <ProblemAlert error={talks.error} onAgain={() => void talks.refetch()} />
      <RowList
        label={t('title')}
        rows={(talks.data?.pages ?? []).flatMap(({ items }) =>
          items.map((item) => ({ id: item.id, href: `/interviews/${item.id}`, content: <CaseRowLine item={item} /> })),
        )}
        chosen={selected}
        empty={t('talks.empty')}
        hasMore={talks.hasNextPage}
        busy={talks.isFetching}
        onMore={() => void talks.fetchNextPage()}
      />
    </section>
  );
}
