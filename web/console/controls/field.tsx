import { use, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { controlWords } from './control.words.js';
import { Saving } from './saving.js';

export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
  readOnly?: boolean;
}

interface FieldProps {
  /** Unique on the page: the error summary links to it. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** What the control holds, in the page's words, where the browser shows it in its own. */
  said?: string | undefined;
  required?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A labelled control: label above, hint below it, the error in words next to the control it is about. */
export function Field({ id, label, hint, error, said, required, className, children }: FieldProps) {
  const t = useWords(controlWords);
  const isSaving = use(Saving);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const saidId = said ? `${id}-said` : undefined;
  const describedBy = [errorId, saidId, hintId].filter(Boolean).join(' ');
  return (
    <div className={`field ${error ? 'field-wrong' : ''} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {required ? (
        <span className="required" aria-hidden="true">
          {t('field.required')}
        </span>
      ) : null}
      {said ? (
        <span className="said" id={saidId}>
          {said}
        </span>
      ) : null}
      {hint ? (
        <div className="hint" id={hintId}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <div className="field-error" id={errorId}>
          {error}
        </div>
      ) : null}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
        readOnly: isSaving || undefined,
      })}
    </div>
  );
}

interface ChoiceProps<V extends string> {
  /** Unique on the page. */
  id: string;
  label: string;
  value: V | null;
  options: readonly { value: V; label: string; hint?: string }[];
  onChange: (value: V) => void;
  error?: string;
  required?: boolean;
  className?: string;
}

/** One of a few: radio buttons in a row, the arrow keys move between them. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const t = useWords(controlWords);
  const errorId = props.error ? `${props.id}-error` : undefined;
  return (
    <fieldset
      className={`field choice ${props.className ?? ''}`}
      aria-describedby={errorId}
      role="radiogroup"
      aria-required={props.required || undefined}
    >
      <legend>
        {props.label}
        {props.required ? (
          <span className="required" aria-hidden="true">
            {t('field.required')}
          </span>
        ) : null}
      </legend>
      {props.error ? (
        <div className="field-error" id={errorId}>
          {props.error}
        </div>
      ) : null}
      <div className="choice-options">
        {props.options.map((option, index) => (
          <label key={option.value} className={option.value === props.value ? 'chosen' : undefined}>
            <input
              type="radio"
              id={index === 0 ? props.id : undefined}
              name={props.id}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
