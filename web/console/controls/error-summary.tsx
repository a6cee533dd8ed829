import { useEffect, useId, useRef } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { controlWords } from './control.words.js';

export interface FieldError {
  /** The id of the control the error is about. */
  field: string;
  text: string;
}

/**
 * What has to be put right, on top of the form; takes the focus each time a new set of errors arrives. A group with its
 * words as name and description: the focus has it read out, and an alert besides would have it read out twice.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useWords(controlWords);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      className="error-summary"
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-list`}
      tabIndex={-1}
      ref={box}
    >
      <strong id={`${id}-title`}>{t('errors.title', { count: errors.length })}</strong>
      <ul id={`${id}-list`}>
        {errors.map((error) => (
          <li key={`${error.field}:${error.text}`}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.field)?.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The text for one control, or nothing. */
export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
