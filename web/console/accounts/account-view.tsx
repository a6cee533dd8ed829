import { useLocation } from 'wouter';
import { ROLES, type Role } from '@app/common/auth/actor.js';
import type { NewStaffDto, StaffAccountDto, StaffFactsDto } from '@shared/api/generated/gateway.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { FieldError } from '../controls/error-summary.js';
import { NotRead } from '../controls/not-read.js';
import { SelectField } from '../controls/value-fields.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import { LineField, TickField } from '../schedule/form-fields.js';
import { useSession } from '../session/session.js';
import { termWords } from '../terms/terms.words.js';
import { AccountSignIn } from './account-sign-in.js';
import { useAccount, useDirectoryActs } from './account.queries.js';
import { accountWords } from './account.words.js';
import { FactsForm, type Shown } from './facts-form.js';
import type { Given } from './given-password.js';
import { listSearch } from './list-search.js';

const FIELDS = {
  name: 'account-name',
  displayName: 'account-display',
  roles: 'account-role-operator',
  unitId: 'account-unit',
} as const;
const PLACES = {
  '/name': FIELDS.name,
  'sign-in-name-taken': FIELDS.name,
  '/displayName': FIELDS.displayName,
  '/roles': FIELDS.roles,
  'own-role': FIELDS.roles,
  '/unitId': FIELDS.unitId,
  'unit-unknown': FIELDS.unitId,
};
const SIGN_IN_NAME = /^[a-z][a-z0-9._-]{1,31}$/;
const EMPTY: NewStaffDto = { name: '', displayName: '', roles: [], unitId: '' };

interface AccountViewProps {
  id: string;
  /** The password that was just made for this account. */
  given: Given | null;
  onGiven: (given: Given | null) => void;
}

/** One person: how they come in, what they are called, may do and belong to. */
export function AccountView({ id, given, onGiven }: AccountViewProps) {
  const t = useWords(accountWords);
  const { person } = useSession();
  const account = useAccount(id);
  const { changeStaff } = useDirectoryActs();
  const shownOf = useShownFacts();
  const faultsOf = useFaults();
  if (!account.data) return <NotRead query={account} page />;
  const { name, displayName } = account.data;
  const consequenceOf = ({ roles, unitId }: StaffFactsDto, seen: StaffAccountDto) => {
    if (unitId === seen.unitId && roles.toSorted().join() === seen.roles.toSorted().join()) return null;
    return t('consequence.roles', { name: seen.displayName });
  };
  return (
    <article aria-labelledby="account-title">
      <h2 id="account-title">
        {displayName} <span className="soft">{name}</span>
      </h2>
      <AccountSignIn account={account.data} own={person.id === id} given={given} onGiven={onGiven} />
      <FactsForm
        title={t('facts')}
        entry={account.data}
        bodyOf={bodyOf}
        shownOf={shownOf}
        faultsOf={faultsOf}
        places={PLACES}
        send={t('save')}
        consequenceOf={consequenceOf}
        onSend={(body, seen) => changeStaff(seen, body)}
      >
        {(value, change, error) => <FactFields value={value} change={change} error={error} />}
      </FactsForm>
    </article>
  );
}

/** A new account; its one-time password is shown once it is made. */
export function NewAccount({ onGiven }: Pick<AccountViewProps, 'onGiven'>) {
  const t = useWords(accountWords);
  const [, go] = useLocation();
  const { addStaff } = useDirectoryActs();
  const shownOf = useShownFacts();
  const faultsOf = useFaults();
  return (
    <FactsForm
      title={t('add.staff')}
      level={2}
      entry={{ id: 'new-staff', version: 0 }}
      bodyOf={() => EMPTY}
      shownOf={shownOf}
      faultsOf={(body) => [
        ...(SIGN_IN_NAME.test(body.name) ? [] : [{ field: FIELDS.name, text: t('fault.name') }]),
        ...faultsOf(body),
      ]}
      places={PLACES}
      send={t('add.staff')}
      onSend={async (body) => {
        const { staff, oneTimePassword, validUntil } = await addStaff(body);
        onGiven({ id: staff.id, password: oneTimePassword, validUntil });
        go(`/accounts/${staff.id}${listSearch('staff')}`);
      }}
    >
      {(value, change, error) => (
        <>
          <LineField
            id={FIELDS.name}
            label={t('name')}
            required
            hint={t('name.hint')}
            error={error(FIELDS.name)}
            value={value.name}
            onChange={(name) => change({ name: name.toLowerCase() })}
          />
          <FactFields value={value} change={change} error={error} />
        </>
      )}
    </FactsForm>
  );
}

function bodyOf({ displayName, roles, unitId }: StaffAccountDto): StaffFactsDto {
  return { displayName, roles, unitId };
}

function useShownFacts(): (body: StaffFactsDto) => readonly Shown[] {
  const t = useWords(accountWords);
  const roleNames = useRoleNames();
  const units = useUnits();
  const nameOf = useNameOf();
  return ({ displayName, roles, unitId }) => {
    const unit = units.data?.find(({ id }) => id === unitId);
    return [
      { label: t('display'), text: displayName },
      { label: t('roles'), text: roleNames(roles) },
      { label: t('unit'), text: unit ? nameOf(unit) : '' },
    ];
  };
}

/** What several roles are called together, in the order they always have. */
export function useRoleNames(): (roles: readonly Role[]) => string {
  const t = useWords(accountWords);
  const term = useWords(termWords);
  return (roles) =>
    ROLES.filter((role) => roles.includes(role))
      .map((role) => term(`role.${role}`))
      .join(t('roles.between'));
}

function useFaults(): (body: StaffFactsDto) => FieldError[] {
  const t = useWords(accountWords);
  return ({ displayName, roles, unitId }) => [
    ...(displayName.trim() ? [] : [{ field: FIELDS.displayName, text: t('fault.display') }]),
    ...(roles.length > 0 ? [] : [{ field: FIELDS.roles, text: t('fault.roles') }]),
    ...(unitId ? [] : [{ field: FIELDS.unitId, text: t('fault.unit') }]),
  ];
}

interface FactFieldsProps {
  value: StaffFactsDto;
  change: (patch: Partial<StaffFactsDto>) => void;
  error: (field: string) => string | undefined;
}

function FactFields({ value, change, error }: FactFieldsProps) {
  const t = useWords(accountWords);
  const term = useWords(termWords);
  const nameOf = useNameOf();
  const units = useUnits();
  const wrong = error(FIELDS.roles);
  return (
    <>
      <LineField
        id={FIELDS.displayName}
        label={t('display')}
        required
        error={error(FIELDS.displayName)}
        value={value.displayName}
        onChange={(displayName) => change({ displayName })}
      />
      <fieldset className="accounts-roles" aria-describedby={wrong ? 'account-roles-error' : undefined}>
        <legend>{t('roles')}</legend>
        {wrong ? (
          <div className="field-error" id="account-roles-error">
            {wrong}
          </div>
        ) : null}
        {ROLES.map((role) => (
          <TickField
            key={role}
            id={`account-role-${role}`}
            label={term(`role.${role}`)}
            value={value.roles.includes(role)}
            onChange={(yes) =>
              change({ roles: ROLES.filter((one) => (one === role ? yes : value.roles.includes(one))) })
            }
          />
        ))}
      </fieldset>
      <SelectField
        id={FIELDS.unitId}
        label={t('unit')}
        required
        none={t('unit.choose')}
        error={error(FIELDS.unitId)}
        options={(units.data ?? [])
          .filter(({ id, active }) => active || id === value.unitId)
          .map((unit) => ({ value: unit.id, label: nameOf(unit) }))}
        value={value.unitId}
        onChange={(unitId) => change({ unitId })}
      />
    </>
  );
}
