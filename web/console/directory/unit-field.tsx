import type { ReactNode } from 'react';
import { Field } from '../controls/field.js';
import { useHandlingUnits, useNameOf } from './unit.queries.js';

interface UnitFieldProps {
  id: string;
  label: string;
  /** The words for none yet. */
  choose: string;
  value: string;
  hint?: ReactNode;
  error?: string;
  onChange: (unitId: string) => void;
}

/** The unit something is sent to. */
export function UnitField({ id, label, choose, value, hint, error, onChange }: UnitFieldProps) {
  const units = useHandlingUnits();
  const nameOf = useNameOf();
  return (
    <Field id={id} label={label} required hint={hint} error={error}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{choose}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {nameOf(unit)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
