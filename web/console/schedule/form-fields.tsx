import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Field } from '../controls/field.js';

interface LineFieldProps {
  id: string;
  label: string;
  value: string;
  required?: boolean;
  hint?: ReactNode;
  error?: string;
  onChange: (value: string) => void;
}

/** One line of text. */
export function LineField({ value, onChange, ...field }: LineFieldProps) {
  return (
    <Field {...field}>
      {(control) => <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

interface NumberFieldProps {
  id: string;
  label: string;
  min: number;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number; an emptied field is its least. */
export function NumberField({ value, onChange, min, ...field }: NumberFieldProps) {
  const [isEmptied, setEmptied] = useState(false);
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="native"
          type="number"
          min={min}
          step={1}
          value={isEmptied ? '' : value}
          onBlur={() => setEmptied(false)}
          onChange={(event) => {
            // Or who wipes a 5 to write a 7 would get the least in its place, and 17.
            setEmptied(event.target.value === '');
            onChange(Number.isNaN(event.target.valueAsNumber) ? min : Math.trunc(event.target.valueAsNumber));
          }}
        />
      )}
    </Field>
  );
}

interface TickFieldProps {
  id: string;
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  autoFocus?: boolean;
}

/** Yes or no. */
export function TickField({ id, label, value, onChange, autoFocus }: TickFieldProps) {
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={value}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
