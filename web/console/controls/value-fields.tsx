import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useDayInWords } from './day-in-words.js';
import { Field } from './field.js';

interface ValueFieldProps {
  /** Unique on the page: the error summary links to it. */
  id: string;
  label: string;
  value: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  onChange: (value: string) => void;
}

/** Several lines of text; it grows with what is typed. */
export function TextField({ value, onChange, rows = 3, ...field }: ValueFieldProps & { rows?: number }) {
  return (
    <Field {...field}>
      {(control) => (
        <Input.TextArea {...control} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface NativeFieldProps extends ValueFieldProps {
  type: 'date' | 'time';
  said?: string | undefined;
  step?: number;
}

/** A day, `YYYY-MM-DD`, or a time of the day, `HH:mm`, with the browser's own picker. */
function NativeField({ type, value, onChange, step, ...field }: NativeFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="native"
          type={type}
          step={step}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/**
 * The browser's picker has the better keyboard and speaks to every screen reader, but writes a day as the browser's
 * own language does: the day stands above it in the page's words, with its weekday.
 */
export function DayField(props: ValueFieldProps) {
  const dayInWords = useDayInWords();
  return <NativeField {...props} type="date" said={dayInWords(props.value)} />;
}

/** @param props.step in seconds */
export function TimeField(props: ValueFieldProps & { step?: number }) {
  return <NativeField {...props} type="time" />;
}

interface SelectFieldProps extends ValueFieldProps {
  /** The words for "nothing chosen yet". */
  none: string;
  options: readonly { value: string; label: string }[];
}

/** One of a closed list, with the browser's own list: for its keyboard and on a telephone. */
export function SelectField({ value, onChange, none, options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
