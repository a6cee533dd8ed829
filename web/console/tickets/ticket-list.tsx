import { REQUEST_KINDS } from '@app/common/contracts/request-kind.js';
import { useWords } from '@shared/i18n/use-words.js';
import { requestWords } from '@shared/request/request.words.js';
import { ticketRead } from '@shared/api/generated/hotline.js';
import { ArrivalsButton } from '../controls/arrivals.js';
import { Filter } from '../controls/filter.js';
import { oneOf } from '../controls/one-of.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { SearchBox } from '../controls/search-box.js';
import { useArrivals, type ItemEvent } from '../controls/use-arrivals.js';
import { useListQuery } from '../controls/use-list-query.js';
import { UnitFilter } from '../directory/unit-filter.js';
import { useRole } from '../session/session.js';
import { TICKET_STATES } from '../terms/states.js';
import { termWords } from '../terms/terms.words.js';
import { TicketRowLine } from './ticket-row.js';
import { readTickets, ticketKeys, useTicketList, type TicketFilter } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';

const REVIEW = ['asked'] as const;

interface TicketEvent extends ItemEvent {
  readonly unitId: string | null;
}

export function TicketList({ selected }: { selected: string | null }) {
  const t = useWords(ticketWords);
  const term = useWords(termWords);
  const of = useWords(requestWords);
  const query = useListQuery<keyof TicketFilter>();
  const filter: TicketFilter = {
    state: oneOf(TICKET_STATES, query.get('state')),
    kind: oneOf(REQUEST_KINDS, query.get('kind')),
    review: oneOf(REVIEW, query.get('review')),
    unitId: query.get('unitId'),
    q: query.get('q'),
  };
  const tickets = useTicketList(filter);
  const rows = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  const decidesReviews = useRole('supervisor', 'inspector');
  const ownUnitOnly = useRole('handler', 'unit_head');
  const arrivals = useArrivals({
    stream: '/api/hotline/stream',
    type: 'ticket',
    keys: ticketKeys,
    filter,
    rows,
    read: ticketRead,
    readFirst: () => readTickets(filter),
    isNew: (event: TicketEvent) => isNew(event, filter, ownUnitOnly),
    belongs:
      filter.kind || filter.review
        ? (ticket) => (!filter.kind || ticket.kind === filter.kind) && (filter.review !== 'asked' || ticket.reviewAsked)
        : undefined,
  });

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
            onChange={(value) => query.set('state', value)}
          />
          <Filter
            label={t('filter.kind')}
            any={t('filter.anyKind')}
            value={filter.kind ?? ''}
            options={REQUEST_KINDS.map((kind) => ({ value: kind, label: of(`kind.${kind}`) }))}
            onChange={(value) => query.set('kind', value)}
          />
          <UnitFilter
            label={t('filter.unit')}
            any={t('filter.anyUnit')}
            value={filter.unitId}
            onChange={(value) => query.set('unitId', value)}
          />
          {decidesReviews ? (
            <Filter
              label={t('filter.review')}
              any={t('filter.anyReview')}
              value={filter.review ?? ''}
              options={REVIEW.map((value) => ({ value, label: t(`filter.review.${value}`) }))}
              onChange={(value) => query.set('review', value)}
            />
          ) : null}
          <SearchBox value={filter.q ?? ''} label={t('filter.search')} onSearch={(value) => query.set('q', value)} />
        </div>
      </div>
      <ArrivalsButton arrivals={arrivals} text={t('arrivals', { count: arrivals.waiting })} />
      <ProblemAlert error={tickets.error} onAgain={() => void tickets.refetch()} />
      <RowList
        label={t('title')}
        rows={rows.map((ticket) => ({
          id: ticket.id,
          href: `/tickets/${ticket.id}${query.search}`,
          alarm: ticket.clock.state === 'over' || ticket.card === 'red',
          content: <TicketRowLine ticket={ticket} />,
        }))}
        chosen={selected}
        empty={query.search ? t('empty.filtered') : ownUnitOnly ? t('empty.unit') : t('empty')}
        hasMore={tickets.hasNextPage}
        busy={tickets.isFetching}
        onMore={() => void tickets.fetchNextPage()}
      />
    </section>
  );
}

/** A ticket not in the list belongs on top of it when it has just come in, or just come into the chosen state. */
function isNew(ticket: TicketEvent, filter: TicketFilter, unitPeople: boolean): boolean {
  // What was searched for, only the service can say.
  if (filter.q) return false;
  if (filter.unitId && filter.unitId !== ticket.unitId) return false;
  // A review is asked for in whatever state; that it was, its ticket says.
  if (filter.review) return !filter.state || filter.state === ticket.state;
  return ticket.state === (filter.state ?? (unitPeople ? 'dispatched' : 'registered'));
}
