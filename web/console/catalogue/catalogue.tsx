import './catalogue.css';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import { oneOf } from '../controls/one-of.js';
import { PartedHead } from '../controls/parted-head.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useListQuery } from '../controls/use-list-query.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useCatalogueSites, useItems, useVolunteers } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { ItemView, NewItem } from './item-view.js';
import { NewSite, SiteView } from './site-view.js';
import { NewVolunteer, VolunteerView } from './volunteer-view.js';

const KINDS = ['items', 'sites', 'volunteers'] as const;
type Kind = (typeof KINDS)[number];

const NEW = 'new';

/** 事项与网点: what can be booked, where, and who helps. The list beside the chosen one. */
export function Catalogue({ selected }: { selected: string | null }) {
  const [, go] = useLocation();
  const kind = oneOf(KINDS, useListQuery<'kind'>().get('kind')) ?? 'items';
  useShortcut('Escape', () => go(`/catalogue?kind=${kind}`), selected !== null);
  const Part = { items: Items, sites: Sites, volunteers: Volunteers }[kind];
  return <Part selected={selected} />;
}

const hrefOf = (kind: Kind, id: string) => `/catalogue/${encodeURIComponent(id)}?kind=${kind}`;

function Items({ selected }: { selected: string | null }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const list = useItems();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <CataloguePart
      kind="items"
      list={list}
      selected={selected}
      rows={rows.map((item) => ({
        id: item.code,
        name: nameOf(item),
        note: t(`class.${item.class}`),
        active: item.active,
      }))}
      item={selected === NEW ? <NewItem /> : selected ? <ItemView key={selected} code={selected} /> : null}
    />
  );
}

function Sites({ selected }: { selected: string | null }) {
  const nameOf = useNameOf();
  const list = useCatalogueSites();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = rows.find(({ id }) => id === selected);
  return (
    <CataloguePart
      kind="sites"
      list={list}
      selected={selected}
      rows={rows.map((site) => ({ id: site.id, name: nameOf(site), note: site.address, active: site.active }))}
      item={selected === NEW ? <NewSite /> : chosen ? <SiteView key={chosen.id} site={chosen} /> : null}
    />
  );
}

function Volunteers({ selected }: { selected: string | null }) {
  const t = useWords(catalogueWords);
  const list = useVolunteers();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = rows.find(({ id }) => id === selected);
  return (
    <CataloguePart
      kind="volunteers"
      list={list}
      selected={selected}
      rows={rows.map((one) => ({
        id: one.id,
        name: one.name,
        note: t('volunteer.hoursOf', { count: one.hours.length }),
        active: one.active,
      }))}
      item={selected === NEW ? <NewVolunteer /> : chosen ? <VolunteerView key={chosen.id} volunteer={chosen} /> : null}
    />
  );
}

interface CataloguePartProps {
  kind: Kind;
  list: {
    error: unknown;
    hasNextPage: boolean;
    isFetching: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  rows: readonly { id: string; name: string; note: string; active: boolean }[];
  selected: string | null;
  item: ReactNode;
}

function CataloguePart({ kind, list, rows, selected, item }: CataloguePartProps) {
  const t = useWords(catalogueWords);
  const [, go] = useLocation();
  return (
    <Workplace
      title={t('title')}
      narrow
      chosen={item !== null}
      list={
        <section aria-labelledby="catalogue-title" className="list">
          <PartedHead
            id="catalogue-title"
            title={t('title')}
            add={t('add')}
            addWhat={t(`add.${kind}`)}
            onAdd={() => go(hrefOf(kind, NEW))}
            partsLabel={t('kinds')}
            parts={KINDS.map((one) => ({
              href: `/catalogue?kind=${one}`,
              label: t(`kind.${one}`),
              current: one === kind,
            }))}
          />
          <ProblemAlert error={list.error} onAgain={() => void list.refetch()} />
          <RowList
            label={t(`kind.${kind}`)}
            rows={rows.map((row) => ({
              id: row.id,
              href: hrefOf(kind, row.id),
              content: (
                <>
                  <span className="row-subject">{row.name}</span>
                  <span className="row-end">
                    <span className="row-state catalogue-note">{row.note}</span>
                    {row.active ? null : <span className="mark">{t('off')}</span>}
                  </span>
                </>
              ),
            }))}
            chosen={selected}
            empty={t(`empty.${kind}`)}
            hasMore={list.hasNextPage}
            busy={list.isFetching}
            onMore={() => void list.fetchNextPage()}
          />
        </section>
      }
      item={
        item === null ? (
          <p className="empty">{t(`none.${kind}`)}</p>
        ) : (
          <div className="catalogue-item">
            <Link href={`/catalogue?kind=${kind}`} className="back catalogue-back">
              <Icon name="arrowLeft" size="1em" />
              {t('back')}
            </Link>
            {item}
          </div>
        )
      }
    />
  );
}
