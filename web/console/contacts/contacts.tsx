import { useLocation } from 'wouter';
import type { ContactRequestRow, ContactRequestState } from '@shared/api/generated/appointments.js';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { CardMark } from '../controls/card-mark.js';
import { Clock } from '../controls/clock.js';
import { Filter } from '../controls/filter.js';
import { oneOf } from '../controls/one-of.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useListQuery } from '../controls/use-list-query.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { useNameOf } from '../directory/unit.queries.js';
import { contactListWords } from './contact-list.words.js';
import { ContactView } from './contact-view.js';
import { useContactList } from './contact.queries.js';

const STATES: readonly ContactRequestState[] = ['requested', 'contacted', 'agreed', 'arranged', 'served', 'withdrawn'];

/** 联系清单: who has to be contacted within 24 hours, the most urgent first, and the chosen one beside it. */
export function Contacts({ selected }: { selected: string | null }) {
  const t = useWords(contactListWords);
  const [, go] = useLocation();
  const query = useListQuery<'state'>();
  const state = oneOf(STATES, query.get('state'));
  const list = useContactList(state);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = rows.find(({ id }) => id === selected);
  useShortcut('Escape', () => go(`/contacts${location.search}`), selected !== null);
  return (
    <Workplace
      title={t('title')}
      chosen={chosen !== undefined}
      list={
        <section aria-labelledby="contacts-title" className="list">
          <div className="list-head">
            <h1 id="contacts-title">{t('title')}</h1>
            <div className="filters" role="group" aria-label={t('filter')}>
              <Filter
                label={t('filter.state')}
                any={t('filter.open')}
                value={state ?? ''}
                options={STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))}
                onChange={(value) => query.set('state', value)}
              />
            </div>
          </div>
          <ProblemAlert error={list.error} onAgain={() => void list.refetch()} />
          <RowList
            label={t('title')}
            rows={rows.map((request) => ({
              id: request.id,
              href: `/contacts/${request.id}${query.search}`,
              alarm: request.card === 'red',
              content: <ContactLine request={request} />,
            }))}
            chosen={selected}
            empty={state ? t('empty.filtered') : t('empty')}
            hasMore={list.hasNextPage}
            busy={list.isFetching}
            onMore={() => void list.fetchNextPage()}
          />
        </section>
      }
      item={chosen ? <ContactView key={chosen.id} request={chosen} /> : <p className="empty">{t('none.chosen')}</p>}
    />
  );
}

function ContactLine({ request }: { request: ContactRequestRow }) {
  const t = useWords(contactListWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const { itemNameZh, itemNameEn, clock } = request;
  return (
    <>
      <span className="row-kind">{t(`kind.${request.kind}`)}</span>
      <span className="row-subject">
        {itemNameZh && itemNameEn
          ? nameOf({ nameZh: itemNameZh, nameEn: itemNameEn })
          : formatDateTime(request.requestedAt, shown)}
      </span>
      <span className="row-end">
        {request.card ? <CardMark colour={request.card} /> : null}
        <span className="row-state">{t(`state.${request.state}`)}</span>
        <Clock clock={{ state: clock.state === 'done' ? 'none' : clock.state, dueAt: clock.dueAt }} />
      </span>
    </>
  );
}
