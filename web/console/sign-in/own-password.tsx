import { Input } from 'antd';
import { useWords } from '@shared/i18n/use-words.js';
import { errorOf, type FieldError } from '../controls/error-summary.js';
import { Field } from '../controls/field.js';
import { signInWords } from './sign-in.words.js';

export const SHORTEST_PASSWORD = 12;

/** The person's own password, typed twice because nobody sees what is typed. */
export interface OwnPassword {
  readonly first: string;
  readonly again: string;
}

interface OwnPasswordFieldsProps {
  value: OwnPassword;
  errors: FieldError[];
  onChange: (value: OwnPassword) => void;
}

/** In place of a one-time password. */
export function OwnPasswordFields({ value, errors, onChange }: OwnPasswordFieldsProps) {
  const t = useWords(signInWords);
  return (
    <>
      <p className="notice">{t('own.why')}</p>
      <Field id="sign-in-own" label={t('own')} hint={t('own.hint')} error={errorOf(errors, 'sign-in-own')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            type="password"
            value={value.first}
            autoComplete="new-password"
            autoFocus
            onChange={(event) => onChange({ ...value, first: event.target.value })}
          />
        )}
      </Field>
      <Field id="sign-in-again" label={t('own.again')} error={errorOf(errors, 'sign-in-again')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            type="password"
            value={value.again}
            autoComplete="new-password"
            onChange={(event) => onChange({ ...value, again: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
