import { Input } from 'antd';
import { useState } from 'react';
import type { Role } from '@app/common/auth/actor.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { Choice, Field } from '../controls/field.js';
import { useAccountsFound, useLinkedAccount } from './catalogue.queries.js';
import { accountWords } from './account.words.js';

const NONE = 'none';

interface AccountChoiceProps {
  /** Keeps the fields of several people on a page apart. */
  id: string;
  /** The account linked; null where there is none. */
  value: string | null;
  onChange: (staffId: string | null) => void;
  /** The role an account must have to be found; any where left out. */
  role?: Role;
}

/** A person's account, chosen among those found by name: for administrators, who alone may look them up. */
export function AccountChoice({ id, value, onChange, role }: AccountChoiceProps) {
  const t = useWords(accountWords);
  const [typed, setTyped] = useState('');
  const [searched, setSearched] = useState('');
  const linked = useLinkedAccount(value);
  const found = useAccountsFound(searched, role);
  const others = (found.data?.items ?? []).filter((one) => one.id !== value);
  const line = (one: { displayName: string; name: string }) => t('account.line', one);
  const present = value === null ? [] : [{ value, label: linked.data ? line(linked.data) : t('account.linked') }];
  const search = () => setSearched(typed.trim());
  return (
    <div className="account-choice">
      <Field id={`${id}-account-search`} label={t('account.search')} hint={t('account.hint')}>
        {(control) => (
          <Input
            {...control}
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={(event) => {
              // The form around it is not sent by a search.
              event.preventDefault();
              search();
            }}
          />
        )}
      </Field>
      <Button onClick={search} loading={found.isFetching}>
        {t('account.find')}
      </Button>
      <ProblemAlert error={found.error} onAgain={() => void found.refetch()} />
      {found.data?.items.length === 0 ? <p role="status">{t('account.nobody')}</p> : null}
      <Choice
        id={`${id}-account`}
        label={t('account')}
        value={value ?? NONE}
        options={[
          { value: NONE, label: t('account.none') },
          ...present,
          ...others.map((one) => ({ value: one.id, label: line(one) })),
        ]}
        onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      />
    </div>
  );
}
