import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { putIntoLists } from '../api/lists.js';
import { caseGet, type CaseRow } from '@shared/api/generated/interviews.js';
import { CardMark } from '../controls/card-mark.js';
import { Clock } from '../controls/clock.js';
import { jsonOf } from '../controls/event-data.js';
import { Filter } from '../controls/filter.js';
import { oneOf } from '../controls/one-of.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import { useRole } from '../session/session.js';
import { termWords } from '../terms/terms.words.js';
import { caseKeys, useCaseList, type CaseFilter } from './case.queries.js';
import { CASE_STATES, tierOf, TIERS } from './case-terms.js';
import { interviewWords } from './interview.words.js';
import { useOverdueFirst } from './overdue-first.js';

export function CaseList({ selected }: { selected: string | null }) {
  const t = useWords(interviewWords);
  const term = useWords(termWords);
  const [params, setParams] = useSearchParams();
  const filter: CaseFilter = {
    state: oneOf(CASE_STATES, params.get('state')),
    unitId: params.get('unitId') ?? undefined,
    tier: oneOf(TIERS, params.get('tier')),
  };
  const set = (name: keyof CaseFilter, value: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const cases = useCaseList(filter);
  const rows = useOverdueFirst(cases.data?.pages.flatMap((page) => page.items) ?? []);
  const units = useUnits();
  const nameOf = useNameOf();
  const ownUnitOnly = useRole('handler', 'unit_head');
  const opened = useOpenedCases(rows);
  const query = [...params].length > 0 ? `?${params}` : '';
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
            onChange={(value) => set('state', value)}
          />
          <Filter
            label={t('filter.tier')}
            any={t('filter.anyTier')}
            value={filter.tier ?? ''}
            options={TIERS.map((tier) => ({ value: tier, label: term(`tier.${tier}`) }))}
            onChange={(value) => set('tier', value)}
          />
          {ownUnitOnly ? null : (
            <Filter
              label={t('filter.unit')}
              any={t('filter.anyUnit')}
              value={filter.unitId ?? ''}
              options={(units.data ?? [])
                .filter((unit) => unit.kind === 'unit')
                .map((unit) => ({ value: unit.id, label: nameOf(unit) }))}
              onChange={(value) => set('unitId', value)}
            />
          )}
        </div>
      </div>
      {opened.count > 0 ? (
        <button type="button" className="arrivals" onClick={opened.show}>
          {t('arrivals', { count: opened.count })}
        </button>
      ) : null}
      <ProblemAlert error={cases.error} onAgain={() => void cases.refetch()} />
      <RowList
        label={t('title')}
        rows={rows.map((item) => ({
          id: item.id,
          href: `/interviews/${item.id}${query}`,
          alarm: item.clock.state === 'over',
          content: <CaseRowLine item={item} />,
        }))}
        chosen={selected}
        empty={query ? t('empty.filtered') : t('empty')}
        hasMore={cases.hasNextPage}
        busy={cases.isFetching}
        onMore={() => void cases.fetchNextPage()}
      />
    </section>
  );
}

function CaseRowLine({ item }: { item: CaseRow }) {
  const t = useWords(interviewWords);
  const term = useWords(termWords);
  // Overdue already says what the red card is for; the line keeps its room for the subject.
  const card = item.card === 'red' && item.clock.state === 'over' ? null : item.card;
  return (
    <>
      <span className="row-number">{item.ticketNumber}</span>
      <span className="row-subject" title={item.subject ?? undefined}>
        {item.round > 1 ? <span className="mark">{t('round', { round: item.round })}</span> : null}
        {item.tier > 1 ? <span className="mark">{term(`tier.${tierOf(item)}`)}</span> : null}
        {item.subject ?? t('subject.hidden')}
      </span>
      <span className="row-end">
        {card ? <CardMark colour={card} /> : null}
        <span className="row-state">{term(`case.${item.state}`)}</span>
        <Clock clock={item.clock} />
      </span>
    </>
  );
}

/** Cases that are there change in place; newly opened ones are counted and wait until somebody asks to see them. */
function useOpenedCases(rows: readonly CaseRow[]) {
  const client = useQueryClient();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  useLiveStream('/api/interviews/stream', (event) => {
    if (event.type !== 'case') return;
    const item = jsonOf<{ id: string; state: string }>(event.data);
    if (!item) return;
    if (!rows.some((row) => row.id === item.id)) {
      if (item.state === 'opened') setOpened((before) => new Set(before).add(item.id));
      return;
    }
    caseGet(item.id).then(
      (now) => {
        putIntoLists(client, caseKeys.lists, now);
        client.setQueryData(caseKeys.one(now.id), now);
        return client.invalidateQueries({ queryKey: caseKeys.ledger(now.id) });
      },
      // The row shows what it showed; opening it says what is wrong.
      () => undefined,
    );
  });
  return {
    count: opened.size,
    show: () => {
      setOpened(new Set());
      void client.resetQueries({ queryKey: caseKeys.lists });
    },
  };
}
