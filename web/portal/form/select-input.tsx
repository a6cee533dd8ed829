import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { formWords } from './form.words.js';
import type { Option } from './choice.js';

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** Whether it says so that nothing needs to be chosen. */
  optional?: boolean;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

/** The phone's own list: everybody knows it, it reads itself aloud, and it costs nothing to load. */
export function SelectInput({ id, label, hint, optional = true, options, value, onChange }: Props) {
  const t = useWords(formWords);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional && <span className="soft">{t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <span className="select">
        <select
          id={id}
          className="input"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </span>
    </div>
  );
}
