import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components/TextField';
import { useWords } from '@shared/i18n/use-words.js';
import { formWords } from './form.words.js';
import { ErrorWords } from './error-words.js';

interface Props {
  /** Id of the input; the error summary leads to it. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** Height in lines; one line when absent. */
  lines?: number;
  maxLength?: number;
  type?: 'text' | 'tel';
  autoComplete?: string;
  inputMode?: 'numeric';
  /** A short value, such as a code: the input is only as wide as it. */
  short?: boolean;
}

export function TextInput(props: Props) {
  const { id, label, hint, error, optional = false, lines, maxLength, short = false } = props;
  const t = useWords(formWords);
  const input = short ? 'input input-short' : 'input';
  return (
    <TextField
      className="field"
      id={id}
      value={props.value}
      onChange={props.onChange}
      isInvalid={error !== undefined}
      isRequired={!optional}
      validationBehavior="aria"
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode}
      maxLength={maxLength}
    >
      <Label className="label">
        {label}
        {optional && <span className="soft">{t('optional')}</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">
        <ErrorWords text={error} />
      </FieldError>
      {lines === undefined ? <Input className={input} /> : <TextArea className={input} rows={lines} />}
    </TextField>
  );
}
