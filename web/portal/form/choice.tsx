import { FieldError, Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components/RadioGroup';
import { ErrorWords } from './error-words.js';

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface Props {
  id: string;
  label: string;
  error?: string | undefined;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string) => void;
}

/** One of a few answers, each a whole line to hit. */
export function Choice({ id, label, error, options, value, onChange }: Props) {
  return (
    <RadioGroup
      className="field choice"
      id={id}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired
      validationBehavior="aria"
    >
      <Label className="label">{label}</Label>
      <FieldError className="field-error">
        <ErrorWords text={error} />
      </FieldError>
      <div className="options">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className="option">
            <RadioButton className="option-button">
              <span className="option-mark" aria-hidden="true" />
              <span>{option.label}</span>
            </RadioButton>
            {option.hint !== undefined && (
              <Text slot="description" className="option-hint extra">
                {option.hint}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
