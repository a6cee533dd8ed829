import { Filter } from '../controls/filter.js';
import { useRole } from '../session/session.js';
import { useNameOf, useUnits } from './unit.queries.js';

interface UnitFilterProps {
  label: string;
  any: string;
  value: string | undefined;
  onChange: (unitId: string) => void;
}

/** One unit's items, for those who see more than their own unit's; units out of use have items too. */
export function UnitFilter({ label, any, value, onChange }: UnitFilterProps) {
  const units = useUnits();
  const nameOf = useNameOf();
  if (useRole('handler', 'unit_head')) return null;
  const options = (units.data ?? [])
    .filter((unit) => unit.kind === 'unit')
    .map((unit) => ({ value: unit.id, label: nameOf(unit) }));
  return <Filter label={label} any={any} value={value ?? ''} options={options} onChange={onChange} />;
}
