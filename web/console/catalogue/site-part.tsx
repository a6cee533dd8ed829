import type { ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Field } from '../controls/field.js';
import { LineField } from '../schedule/form-fields.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';

interface NewPartProps<B extends object> {
  siteId: string;
  /** Whether the list it ends is there: before, it would stand where the first of the list will. */
  isListed: boolean;
  /** Names the form among those of the site. */
  name: string;
  title: string;
  empty: B;
  labels: Readonly<Record<keyof B & string, string>>;
  onSend: (body: B) => Promise<unknown>;
  children: (value: B, change: (patch: Partial<B>) => void) => ReactNode;
}

/** Folded at the end of a list of a site's parts: one more of them. */
export function NewPart<B extends object>({
  siteId,
  isListed,
  name,
  title,
  empty,
  labels,
  onSend,
  children,
}: NewPartProps<B>) {
  if (!isListed) return null;
  return (
    <details className="catalogue-part">
      <summary>{title}</summary>
      <EditForm
        title={title}
        level={4}
        name={name}
        entry={{ id: `new.${siteId}`, version: 0 }}
        bodyOf={() => empty}
        labels={labels}
        send={title}
        onSend={onSend}
      >
        {children}
      </EditForm>
    </details>
  );
}

interface Names {
  nameZh: string;
  nameEn: string;
}

interface NameFieldsProps {
  /** Keeps the fields of several parts on a page apart. */
  id: string;
  value: Names;
  change: (patch: Partial<Names>) => void;
}

/** What a part is called, in both languages. */
export function NameFields({ id, value, change }: NameFieldsProps) {
  const t = useWords(catalogueWords);
  return (
    <>
      <LineField id={`${id}-zh`} label={t('nameZh')} value={value.nameZh} onChange={(nameZh) => change({ nameZh })} />
      <LineField id={`${id}-en`} label={t('nameEn')} value={value.nameEn} onChange={(nameEn) => change({ nameEn })} />
    </>
  );
}

interface OneOrNoneProps {
  id: string;
  label: string;
  /** The words for none. */
  none: string;
  options: readonly { id: string; name: string }[];
  /** Id of the one chosen. */
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One of what the site has, or none. */
export function OneOrNone({ id, label, none, options, value, onChange }: OneOrNoneProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
