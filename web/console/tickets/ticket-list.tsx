import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { REQUEST_KINDS } from '@app/common/contracts/request-kind.js';
import { useWords } from '@shared/i18n/use-words.js';
import { requestWords } from '@shared/request/request.words.js';
import { Filter } from '../controls/filter.js';
import { oneOf } from '../controls/one-of.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import { useRole } from '../session/session.js';
import { TICKET_STATES } from '../terms/states.js';
import { termWords } from '../terms/terms.words.js';
import { TicketRowLine } from './ticket-row.js';
import { useTicketList, type TicketFilter } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';
import { useArrivals } from './use-arrivals.js';

export function TicketList({ selected }: { selected: string | null }) {
  const t = useWords(ticketWords);
  const term = useWords(termWords);
  const of = useWords(requestWords);
  const [params, setParams] = useSearchParams();
  const filter: TicketFilter = {
    state: oneOf(TICKET_STATES, params.get('state')),
    kind: oneOf(REQUEST_KINDS, params.get('kind')),
    unitId: params.get('unitId') ?? undefined,
    q: params.get('q') ?? undefined,
  };
  const set = (name: keyof TicketFilter, value: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });

  const tickets = useTicketList(filter);
  const rows = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  const arrivals = useArrivals(filter, rows);
  const ownUnitOnly = useRole('handler', 'unit_head');
  const units = useUnits();
  const nameOf = useNameOf();
  const query = [...params].length > 0 ? `?${params}` : '';

  return (
    <section aria-labelledby="tickets-title" className="list">
      <div className="list-head">
        <h1 id="tickets-title">{t('title')}</h1>
        <div className="filters" role="group" aria-label={t('filters')}>
          <Filter
            label={t('filter.state')}
            any={t('filter.anyState')}
            value={filter.state ?? ''}
            options={TICKET_STATES.map((state) => ({ value: state, label: term(`state.${state}`) }))}
            onChange={(value) => set('state', value)}
          />
          <Filter
            label={t('filter.kind')}
            any={t('filter.anyKind')}
            value={filter.kind ?? ''}
            options={REQUEST_KINDS.map((kind) => ({ value: kind, label: of(`kind.${kind}`) }))}
            onChange={(value) => set('kind', value)}
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
          <Search value={filter.q ?? ''} label={t('filter.search')} onSearch={(value) => set('q', value)} />
        </div>
      </div>
      {arrivals.waiting > 0 ? (
        <button type="button" className="arrivals" onClick={arrivals.show}>
          {t('arrivals', { count: arrivals.waiting })}
        </button>
      ) : null}
      <span className="visually-hidden" role="status">
        {arrivals.waiting > 0 ? t('arrivals', { count: arrivals.waiting }) : ''}
      </span>
      <ProblemAlert error={tickets.error} onAgain={() => void tickets.refetch()} />
      <RowList
        label={t('title')}
        rows={rows.map((ticket) => ({
          id: ticket.id,
          href: `/tickets/${ticket.id}${query}`,
          alarm: ticket.clock.state === 'over' || ticket.card === 'red',
          content: <TicketRowLine ticket={ticket} />,
        }))}
        chosen={selected}
        empty={query ? t('empty.filtered') : ownUnitOnly ? t('empty.unit') : t('empty')}
        hasMore={tickets.hasNextPage}
        busy={tickets.isFetching}
        onMore={() => void tickets.fetchNextPage()}
      />
    </section>
  );
}

function Search({ value, label, onSearch }: { value: string; label: string; onSearch: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Input
        type="search"
        value={typed}
        aria-label={label}
        placeholder={label}
        allowClear
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === '') onSearch('');
        }}
      />
    </form>
  );
}
