import { useState, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { contactFieldsWords } from './contact-fields.words.js';
import { change, currentDraft, useDraft } from './draft-store.js';
import { flawsOf, type Flaw, type Typed } from './draft.js';
import { refusedIn } from './refused.js';
import { ErrorSummary, type FieldError } from '../form/error-summary.js';
import { ProblemNotice } from '../form/problem-notice.js';
import { TextInput } from '../form/text-input.js';

/** What the services accept at most, in characters. */
const MAX_LENGTH: Record<keyof Typed, number> = {
  name: 60,
  phone: 25,
  representativeName: 60,
  representativeRelation: 40,
  visitAddress: 200,
};

interface Sending {
  problem: unknown;
  refusals: number;
}

/**
 * Checks what was typed when it is sent, and after that with every letter; what the service refused is said at its
 * field too.
 * @param asks the fields this form shows
 */
export function useContactForm(asks: readonly Flaw['field'][], { problem, refusals }: Sending) {
  const t = useWords(contactFieldsWords);
  const draft = useDraft();
  const [attempt, setAttempt] = useState(0);
  const flawsNow = () => flawsOf(currentDraft()).filter(({ field }) => asks.includes(field));
  const flaws = attempt === 0 ? [] : flawsNow().map(({ field, why }) => ({ field, text: t(`flaw.${why}`) }));
  const errors: FieldError[] = flaws.length > 0 ? flaws : refusedIn(problem);
  return {
    errors,
    attempt: attempt + refusals,
    /** @returns whether it may be sent */
    check: (): boolean => {
      setAttempt(attempt + 1);
      return flawsNow().length === 0;
    },
    bind: (field: keyof Typed) => ({
      id: field,
      value: draft[field],
      maxLength: MAX_LENGTH[field],
      error: errors.find((error) => error.field === field)?.text,
      onChange: (text: string) => change({ type: 'typed', typed: { [field]: text } }),
    }),
  };
}

export type ContactForm = ReturnType<typeof useContactForm>;

/** What has to be corrected, or why it was not sent. */
export function ContactErrors({ form, problem, title }: { form: ContactForm; problem: unknown; title: string }) {
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {form.errors.length === 0 && <ProblemNotice problem={problem} title={title} />}
    </>
  );
}

/** Where the office is to come to. */
export function VisitAddress({ form }: { form: ContactForm }) {
  const t = useWords(contactFieldsWords);
  return (
    <TextInput
      {...form.bind('visitAddress')}
      label={t('addressLabel')}
      hint={t('addressHint')}
      autoComplete="street-address"
    />
  );
}

/** @param children fields asked for before the telephone */
export function ContactFields({
  form,
  phoneHint,
  children,
}: {
  form: ContactForm;
  phoneHint?: string;
  children?: ReactNode;
}) {
  const t = useWords(contactFieldsWords);
  return (
    <>
      <h2>{t('title')}</h2>
      {children}
      <TextInput
        {...form.bind('phone')}
        label={t('phoneLabel')}
        hint={phoneHint ?? t('phoneHint')}
        type="tel"
        autoComplete="tel"
      />
      <TextInput {...form.bind('name')} label={t('nameLabel')} hint={t('nameHint')} optional autoComplete="name" />
    </>
  );
}
