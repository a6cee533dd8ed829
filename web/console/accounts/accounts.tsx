import './accounts.css';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ROLES } from '@app/common/auth/actor.js';
import type { UnitDto } from '@shared/api/generated/gateway.js';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Filter } from '../controls/filter.js';
import { oneOf } from '../controls/one-of.js';
import { PartedHead } from '../controls/parted-head.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { SearchBox } from '../controls/search-box.js';
import { useListQuery } from '../controls/use-list-query.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import { termWords } from '../terms/terms.words.js';
import { AccountView, NewAccount, useRoleNames } from './account-view.js';
import { useStaff, type StaffFilter } from './account.queries.js';
import { accountWords } from './account.words.js';
import type { Given } from './given-password.js';
import { listSearch } from './list-search.js';
import { NewUnit, UnitView } from './unit-view.js';

const KINDS = ['staff', 'units'] as const;
type Kind = (typeof KINDS)[number];

const STANDINGS = ['active', 'inactive'] as const;
const NEW = 'new';

/** 人员与单位: who may sign in and as what, and the units they belong to. The list beside the chosen one. */
export function Accounts({ selected }: { selected: string | null }) {
  const [, go] = useLocation();
  const kind = oneOf(KINDS, useListQuery<'kind'>().get('kind')) ?? 'staff';
  useShortcut('Escape', () => go(`/accounts${listSearch(kind)}`), selected !== null);
  return kind === 'staff' ? <Staff selected={selected} /> : <Units selected={selected} />;
}

const hrefOf = (kind: Kind, id: string) => `/accounts/${id}${listSearch(kind)}`;

function Staff({ selected }: { selected: string | null }) {
  const t = useWords(accountWords);
  const term = useWords(termWords);
  const nameOf = useNameOf();
  const roleNames = useRoleNames();
  const units = useUnits();
  const query = useListQuery<keyof StaffFilter>();
  const [given, give] = useState<Given | null>(null);
  const filter: StaffFilter = {
    q: query.get('q'),
    unitId: query.get('unitId'),
    role: oneOf(ROLES, query.get('role')),
    standing: oneOf(STANDINGS, query.get('standing')),
  };
  const list = useStaff(filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const item = () => {
    if (selected === null) return null;
    if (selected === NEW) return <NewAccount onGiven={give} />;
    return <AccountView key={selected} id={selected} given={given?.id === selected ? given : null} onGiven={give} />;
  };
  return (
    <Part
      kind="staff"
      selected={selected}
      filters={
        <>
          <SearchBox
            label={t('filter.staff')}
            value={filter.q ?? ''}
            onSearch={(value) => query.set('q', value.slice(0, 60))}
          />
          <Filter
            label={t('filter.unit')}
            any={t('filter.anyUnit')}
            value={filter.unitId ?? ''}
            options={(units.data ?? []).map((unit) => ({ value: unit.id, label: nameOf(unit) }))}
            onChange={(value) => query.set('unitId', value)}
          />
          <Filter
            label={t('filter.role')}
            any={t('filter.anyRole')}
            value={filter.role ?? ''}
            options={ROLES.map((role) => ({ value: role, label: term(`role.${role}`) }))}
            onChange={(value) => query.set('role', value)}
          />
          <StandingFilter value={filter.standing} onChange={(value) => query.set('standing', value)} />
        </>
      }
      narrowed={Object.values(filter).some((value) => value !== undefined)}
      rows={rows.map(({ id, name, displayName, roles, active }) => ({
        id,
        name: displayName,
        soft: name,
        note: roleNames(roles),
        active,
      }))}
      list={list}
      more={list}
      item={item()}
    />
  );
}

function Units({ selected }: { selected: string | null }) {
  const t = useWords(accountWords);
  const nameOf = useNameOf();
  const units = useUnits();
  const query = useListQuery<'q' | 'standing'>();
  const q = query.get('q')?.toLowerCase() ?? '';
  const standing = oneOf(STANDINGS, query.get('standing'));
  const isShown = ({ code, nameZh, nameEn, active }: UnitDto) =>
    [code, nameZh, nameEn].some((name) => name.toLowerCase().includes(q)) &&
    (standing === undefined || active === (standing === 'active'));
  const chosen = units.data?.find(({ id }) => id === selected);
  return (
    <Part
      kind="units"
      selected={selected}
      filters={
        <>
          <SearchBox
            label={t('filter.units')}
            value={query.get('q') ?? ''}
            onSearch={(value) => query.set('q', value)}
          />
          <StandingFilter value={standing} onChange={(value) => query.set('standing', value)} />
        </>
      }
      narrowed={q !== '' || standing !== undefined}
      rows={(units.data ?? []).filter(isShown).map((unit) => ({
        id: unit.id,
        name: nameOf(unit),
        soft: unit.code,
        note: t(`unitKind.${unit.kind}`),
        active: unit.active,
      }))}
      list={units}
      item={selected === NEW ? <NewUnit /> : chosen ? <UnitView key={chosen.id} unit={chosen} /> : null}
    />
  );
}

function StandingFilter({ value, onChange }: { value: string | undefined; onChange: (value: string) => void }) {
  const t = useWords(accountWords);
  return (
    <Filter
      label={t('standing')}
      any={t('filter.anyStanding')}
      value={value ?? ''}
      options={STANDINGS.map((one) => ({ value: one, label: t(`filter.${one}`) }))}
      onChange={onChange}
    />
  );
}

interface PartProps {
  kind: Kind;
  selected: string | null;
  filters: ReactNode;
  /** Whether the list shows less than everything. */
  narrowed: boolean;
  rows: readonly { id: string; name: string; soft: string; note: string; active: boolean }[];
  list: { error: unknown; isFetching: boolean; refetch: () => unknown };
  /** Of a list that comes in pages. */
  more?: { hasNextPage: boolean; fetchNextPage: () => unknown };
  item: ReactNode;
}

function Part({ kind, selected, filters, narrowed, rows, list, more, item }: PartProps) {
  const t = useWords(accountWords);
  const [, go] = useLocation();
  return (
    <Workplace
      title={t('title')}
      narrow
      chosen={item !== null}
      list={
        <section aria-labelledby="accounts-title" className="list">
          <PartedHead
            id="accounts-title"
            title={t('title')}
            add={t('add')}
            addWhat={t(`add.${kind}`)}
            onAdd={() => go(hrefOf(kind, NEW))}
            partsLabel={t('kinds')}
            parts={KINDS.map((one) => ({
              href: `/accounts?kind=${one}`,
              label: t(`kind.${one}`),
              current: one === kind,
            }))}
          >
            <div className="filters" role="group" aria-label={t('filters')}>
              {filters}
            </div>
          </PartedHead>
          <ProblemAlert error={list.error} onAgain={() => void list.refetch()} />
          <RowList
            label={t(`kind.${kind}`)}
            rows={rows.map((row) => ({
              id: row.id,
              href: hrefOf(kind, row.id),
              content: (
                <>
                  <span className="row-subject">
                    {row.name} <span className="soft">{row.soft}</span>
                  </span>
                  <span className="row-end">
                    <span className="accounts-note">{row.note}</span>
                    {row.active ? null : <span className="mark">{t('off')}</span>}
                  </span>
                </>
              ),
            }))}
            chosen={selected}
            empty={narrowed ? t('empty.narrowed') : t(`empty.${kind}`)}
            hasMore={more?.hasNextPage ?? false}
            busy={list.isFetching}
            onMore={() => void more?.fetchNextPage()}
          />
        </section>
      }
      item={
        item === null ? (
          <p className="empty">{t(`none.${kind}`)}</p>
        ) : (
          <div className="accounts-item">
            <Link href={`/accounts${listSearch(kind)}`} className="back accounts-back">
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
