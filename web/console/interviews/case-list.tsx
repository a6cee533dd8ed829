import { useWords } from '@shared/i18n/use-words.js';
import { caseGet } from '@shared/api/generated/interviews.js';
import { ArrivalsButton } from '../controls/arrivals.js';
import { Filter } from '../controls/filter.js';
import { oneOf } from '../controls/one-of.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useArrivals } from '../controls/use-arrivals.js';
import { useListQuery } from '../controls/use-list-query.js';
import { UnitFilter } from '../directory/unit-filter.js';
import { termWords } from '../terms/terms.words.js';
import { caseKeys, readCases, useCaseList, type CaseFilter } from './case.queries.js';
import { CaseRowLine } from './case-row-line.js';
import { CASE_STATES, TIERS, tierOf } from './case-terms.js';
import { interviewWords } from './interview.words.js';
import { useOverdueFirst } from './overdue-first.js';

export function CaseList({ selected }: { selected: string | null }) {
  const t = useWords(interviewWords);
  const term = useWords(termWords);
  const query = useListQuery<keyof CaseFilter>();
  const filter: CaseFilter = {
    state: oneOf(CASE_STATES, query.get('state')),
    unitId: query.get('unitId'),
    tier: oneOf(TIERS, query.get('tier')),
  };
  const cases = useCaseList(filter);
  const rows = useOverdueFirst(cases.data?.pages.flatMap((page) => page.items) ?? []);
  const arrivals = useArrivals({
    stream: '/api/interviews/stream',
    type: 'case',
    keys: caseKeys,
    filter,
    rows,
    read: caseGet,
    readFirst: () => readCases(filter),
    isNew: ({ state }) => state === (filter.state ?? 'opened'),
    belongs:
      filter.tier || filter.unitId
        ? (item) => (!filter.tier || tierOf(item) === filter.tier) && (!filter.unitId || item.unitId === filter.unitId)
        : undefined,
  });
  return (
    <section aria-labelledby="cases-title" className="list">
      <div className="list-head">
        <h1 id="cases-title">{t('title')}</h1>
        <div className="filters" role="group" aria-label={t('filters')}>
          <Filter
            label={t('filter.state')}
            any={t('filter.anyState')}
            value={filter.state ?? ''}
            options={CASE_STATES.map((state) => ({ value: state, label: term(`case.${state}`) }))}
            onChange={(value) => query.set('state', value)}
          />
          <Filter
            label={t('filter.tier')}
            any={t('filter.anyTier')}
            value={filter.tier ?? ''}
            options={TIERS.map((tier) => ({ value: tier, label: term(`tier.${tier}`) }))}
            onChange={(value) => query.set('tier', value)}
          />
          <UnitFilter
            label={t('filter.unit')}
            any={t('filter.anyUnit')}
            value={filter.unitId}
            onChange={(value) => query.set('unitId', value)}
          />
        </div>
      </div>
      <ArrivalsButton arrivals={arrivals} text={t('arrivals', { count: arrivals.waiting })} />
      <ProblemAlert error={cases.error} onAgain={() => void cases.refetch()} />
      <RowList
        label={t('title')}
        rows={rows.map((item) => ({
          id: item.id,
          href: `/interviews/${item.id}${query.search}`,
          alarm: item.clock.state === 'over',
          content: <CaseRowLine item={item} />,
        }))}
        chosen={selected}
        empty={query.search ? t('empty.filtered') : t('empty')}
        hasMore={cases.hasNextPage}
        busy={cases.isFetching}
        onMore={() => void cases.fetchNextPage()}
      />
    </section>
  );
}
