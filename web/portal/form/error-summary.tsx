import { useEffect, useRef, type MouseEvent } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { formWords } from './form.words.js';

export interface FieldError {
  /** Id of the field, or of the group of choices. */
  field: string;
  text: string;
  /** Where the field is on another page. */
  href?: string;
}

/**
 * What has to be corrected, on top of the form: it takes the focus each time the form is sent with errors, and each
 * line leads to its field (look.md, "Errors"). A group with its words as name and description: the focus has it read out,
 * and an alert besides would have it read out twice.
 * @param attempt changes with every try, so that the focus comes back also when the errors stay the same
 */
export function ErrorSummary({ errors, attempt }: { errors: readonly FieldError[]; attempt: number }) {
  const t = useWords(formWords);
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      className="error-summary"
      role="group"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      aria-describedby="error-summary-list"
    >
      <h2 id="error-summary-title">{t('summary', { count: errors.length })}</h2>
      <ul id="error-summary-list">
        {errors.map(({ field, text, href }) => (
          <li key={field}>
            <a href={href ?? `#${field}`} onClick={href === undefined ? (event) => goTo(field, event) : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(field: string, event: MouseEvent): void {
  const element = document.getElementById(field);
  const input = element?.matches('input, textarea, select') ? element : element?.querySelector('input');
  if (!input) return;
  event.preventDefault();
  input.focus();
  (input.closest('.field') ?? input).scrollIntoView({ block: 'center' });
}
