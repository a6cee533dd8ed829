import { useLocation } from 'wouter';
import type { NewUnitDto, UnitDto, UnitFactsDto } from '@shared/api/generated/gateway.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import type { FieldError } from '../controls/error-summary.js';
import { Choice } from '../controls/field.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useNameOf } from '../directory/unit.queries.js';
import { LineField } from '../schedule/form-fields.js';
import { useDirectoryActs } from './account.queries.js';
import { accountWords } from './account.words.js';
import { FactsForm, type Shown } from './facts-form.js';
import { listSearch } from './list-search.js';

type UnitKind = UnitDto['kind'];

const UNIT_KINDS: readonly UnitKind[] = ['unit', 'hotline', 'commission', 'leadership'];
const UNIT_CODE = /^[a-z][a-z0-9-]{1,39}$/;
const LINES = ['nameZh', 'nameEn', 'address', 'phone'] as const;
const fieldOf = (name: string) => `unit-${name}`;
const PLACES = {
  ...Object.fromEntries([...LINES, 'code', 'kind'].map((name) => [`/${name}`, fieldOf(name)])),
  'unit-code-taken': fieldOf('code'),
};
const EMPTY: NewUnitDto = { code: '', kind: 'unit', nameZh: '', nameEn: '', address: '', phone: '' };

/** One unit: whether it gets anything new, what it is called and where it is. */
export function UnitView({ unit }: { unit: UnitDto }) {
  const t = useWords(accountWords);
  const nameOf = useNameOf();
  const { changeUnit } = useDirectoryActs();
  const shownOf = useShownFacts();
  const faultsOf = useFaults();
  return (
    <article aria-labelledby="unit-title">
      <h2 id="unit-title">
        {nameOf(unit)} <span className="soft">{unit.code}</span>
      </h2>
      <UnitUse unit={unit} />
      <FactsForm
        title={t('facts.unit')}
        entry={unit}
        bodyOf={({ nameZh, nameEn, address, phone }): UnitFactsDto => ({ nameZh, nameEn, address, phone })}
        shownOf={shownOf}
        faultsOf={faultsOf}
        places={PLACES}
        send={t('save')}
        onSend={(body, seen) => changeUnit(seen, body)}
      >
        {(value, change, error) => <FactFields value={value} change={change} error={error} />}
      </FactsForm>
    </article>
  );
}

export function NewUnit() {
  const t = useWords(accountWords);
  const [, go] = useLocation();
  const { addUnit } = useDirectoryActs();
  const shownOf = useShownFacts();
  const faultsOf = useFaults();
  return (
    <FactsForm
      title={t('add.units')}
      level={2}
      entry={{ id: 'new-unit', version: 0 }}
      bodyOf={() => EMPTY}
      shownOf={shownOf}
      faultsOf={(body) => [
        ...(UNIT_CODE.test(body.code) ? [] : [{ field: fieldOf('code'), text: t('fault.code') }]),
        ...faultsOf(body),
      ]}
      places={PLACES}
      send={t('add.units')}
      onSend={async (body) => {
        const { id } = await addUnit(body);
        go(`/accounts/${id}${listSearch('units')}`);
      }}
    >
      {(value, change, error) => (
        <>
          <LineField
            id={fieldOf('code')}
            label={t('code')}
            required
            hint={t('code.hint')}
            error={error(fieldOf('code'))}
            value={value.code}
            onChange={(code) => change({ code: code.toLowerCase() })}
          />
          <Choice<UnitKind>
            id={fieldOf('kind')}
            label={t('unitKind')}
            required
            error={error(fieldOf('kind'))}
            value={value.kind}
            options={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <FactFields value={value} change={change} error={error} />
        </>
      )}
    </FactsForm>
  );
}

/** In use or out of it. */
function UnitUse({ unit: { id, kind, active } }: { unit: UnitDto }) {
  const t = useWords(accountWords);
  const acts = useActs();
  const steps = useDirectoryActs();
  const deactivate = () =>
    acts.ask({
      consequence: t('consequence.unit'),
      act: t('deactivate.unit'),
      danger: true,
      run: () => steps.deactivateUnit(id),
    });
  return (
    <section aria-labelledby="unit-use-title" className="accounts-part">
      <h3 id="unit-use-title">{t('use')}</h3>
      <ProblemAlert error={acts.error} />
      <dl className="facts">
        <div>
          <dt>{t('standing')}</dt>
          <dd>{active ? t('use.active') : t('use.inactive')}</dd>
        </div>
        <div>
          <dt>{t('unitKind')}</dt>
          <dd>{t(`unitKind.${kind}`)}</dd>
        </div>
      </dl>
      <div className="buttons">
        {active ? (
          <Button danger onClick={deactivate}>
            {t('deactivate.unit')}…
          </Button>
        ) : (
          <Button onClick={() => acts.now({ run: () => steps.reactivateUnit(id) })} loading={acts.busy}>
            {t('reactivate.unit')}
          </Button>
        )}
      </div>
      {acts.dialog}
    </section>
  );
}

function useLabels(): Record<keyof UnitFactsDto, string> {
  const t = useWords(accountWords);
  return { nameZh: t('nameZh'), nameEn: t('nameEn'), address: t('address'), phone: t('phone') };
}

function useShownFacts(): (body: UnitFactsDto) => readonly Shown[] {
  const labels = useLabels();
  return (body) => LINES.map((name) => ({ label: labels[name], text: body[name] }));
}

function useFaults(): (body: UnitFactsDto) => FieldError[] {
  const t = useWords(accountWords);
  return (body) =>
    (['nameZh', 'nameEn'] as const)
      .filter((name) => body[name].trim().length < 2)
      .map((name) => ({ field: fieldOf(name), text: t(`fault.${name}`) }));
}

interface FactFieldsProps {
  value: UnitFactsDto;
  change: (patch: Partial<UnitFactsDto>) => void;
  error: (field: string) => string | undefined;
}

function FactFields({ value, change, error }: FactFieldsProps) {
  const labels = useLabels();
  return (
    <>
      {LINES.map((name) => (
        <LineField
          key={name}
          id={fieldOf(name)}
          label={labels[name]}
          required={name === 'nameZh' || name === 'nameEn'}
          error={error(fieldOf(name))}
          value={value[name]}
          onChange={(text) => change({ [name]: text })}
        />
      ))}
    </>
  );
}
