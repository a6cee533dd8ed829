import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { LANGUAGES, REQUEST_KINDS } from '@app/common/contracts/request-kind.js';
import { ApiProblem } from '@shared/http/problem.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ELEMENTS } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import type { RegisteredTicketDto } from '@shared/api/generated/hotline.js';
import { Button } from '../controls/button.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { Choice, Field } from '../controls/field.js';
import { FormalAct } from '../controls/formal-act.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { Saving } from '../controls/saving.js';
import { sendsWithCtrlEnter } from '../controls/send-key.js';
import { useDraft } from '../controls/use-draft.js';
import { termWords } from '../terms/terms.words.js';
import { useServiceItems } from '../tickets/ticket.queries.js';
import { ElementsGiven } from './elements-given.js';
import { useRegistration } from './register.queries.js';
import { registerWords } from './register.words.js';
import {
  CHANNELS,
  EMPTY_REGISTRATION,
  faultsOf,
  isConfidential,
  registrationBody,
  REQUIRED_ELEMENTS,
  type RegistrationFault,
} from './registration.js';
import { ServiceItemSearch } from './service-item-search.js';

/** Where the eye has to go for a fault; also where the service's JSON pointers lead. */
const FAULT_FIELDS: Record<RegistrationFault, string> = {
  kind: 'kind',
  serviceItem: 'service-item',
  what: 'element-what',
  where: 'element-where',
  phone: 'phone',
  phoneForm: 'phone',
};
const POINTERS: Record<string, string> = {
  '/kind': 'kind',
  '/channel': 'channel',
  '/serviceItemCode': 'service-item',
  '/contact/phone': 'phone',
  '/contact/name': 'name',
  '/contact/language': 'language',
};
const fieldOf = (pointer: string) => POINTERS[pointer] ?? `element-${pointer.split('/').at(-1) ?? ''}`;

/** The languages by their own names, for whoever reads them out. */
const LANGUAGE_NAMES = { 'zh-CN': '中文', en: 'English' } as const;

/** The form for an operator with a caller on the line: every step by keyboard, nothing typed ever lost. */
export function RegistrationForm({ onRegistered }: { onRegistered: (ticket: RegisteredTicketDto) => void }) {
  const t = useWords(registerWords);
  const of = useWords(requestWords);
  const term = useWords(termWords);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [clearing, setClearing] = useState(false);
  const items = useServiceItems();
  const registration = useRegistration();
  const { value: draft, change, clear } = useDraft('register', EMPTY_REGISTRATION, registration.isPending);
  const sending = useRef(false);
  const confidential = isConfidential(draft);

  const submit = () => {
    const faults = faultsOf(draft);
    setErrors(faults.map((fault) => ({ field: FAULT_FIELDS[fault], text: t(`fault.${fault}`) })));
    // The second press of a double click arrives before the button is drawn as busy.
    if (faults.length > 0 || sending.current) return;
    sending.current = true;
    registration.mutate(registrationBody(draft), {
      onSuccess: (ticket) => {
        clear();
        onRegistered(ticket);
      },
      onError: (error) => {
        if (!(error instanceof ApiProblem)) return;
        setErrors(error.errors.map((one) => ({ field: fieldOf(one.pointer), text: one.detail })));
      },
      onSettled: () => {
        sending.current = false;
      },
    });
  };
  const error = (field: string) => errorOf(errors, field);
  const form = useRef<HTMLFormElement>(null);
  // The caller speaks already: the first key belongs to the form, not to the menu before it.
  useEffect(() => {
    const kind = (which: string) => form.current?.querySelector<HTMLElement>(`input[name=kind]${which}`);
    (kind(':checked') ?? kind(''))?.focus();
  }, []);

  return (
    <div className="register">
      <form
        ref={form}
        noValidate
        aria-busy={registration.isPending || undefined}
        aria-labelledby="register-title"
        onKeyDown={sendsWithCtrlEnter(submit)}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Saving value={registration.isPending}>
          <h1 id="register-title">{t('title')}</h1>
          <ErrorSummary errors={errors} />
          {errors.length === 0 ? <ProblemAlert error={registration.error} /> : null}

          <section aria-labelledby="section-request">
            <h2 id="section-request">{t('section.request')}</h2>
            <Choice
              id="kind"
              label={t('kind')}
              required
              value={draft.kind}
              error={error('kind')}
              options={REQUEST_KINDS.map((kind) => ({ value: kind, label: of(`kind.${kind}`) }))}
              onChange={(kind) => {
                // A service item belongs to one kind: another kind asks for another item.
                const stays = items.data?.some((item) => item.code === draft.serviceItemCode && item.kind === kind);
                change({ kind, serviceItemCode: stays ? draft.serviceItemCode : null });
              }}
            />
            <ServiceItemSearch
              kind={draft.kind}
              code={draft.serviceItemCode}
              error={error('service-item')}
              onChoose={(item) => change({ serviceItemCode: item?.code ?? null, kind: item?.kind ?? draft.kind })}
            />
            {ELEMENTS.map((element) => (
              <Field
                key={element}
                id={`element-${element}`}
                label={of(`element.${element}`)}
                required={REQUIRED_ELEMENTS.includes(element)}
                hint={t(`ask.${element}`)}
                error={error(`element-${element}`)}
                className={element === 'what' ? 'wide' : 'beside'}
              >
                {(control) =>
                  element === 'what' ? (
                    <Input.TextArea
                      {...control}
                      rows={3}
                      value={draft.elements.what}
                      onChange={(event) => change({ elements: { ...draft.elements, what: event.target.value } })}
                    />
                  ) : (
                    <Input
                      {...control}
                      value={draft.elements[element]}
                      onChange={(event) => change({ elements: { ...draft.elements, [element]: event.target.value } })}
                    />
                  )
                }
              </Field>
            ))}
          </section>

          <section aria-labelledby="section-contact">
            <h2 id="section-contact">{t('section.contact')}</h2>
            <Field id="phone" label={t('phone')} required error={error('phone')} className="beside">
              {(control) => (
                <Input
                  {...control}
                  type="tel"
                  inputMode="tel"
                  autoComplete="off"
                  value={draft.phone}
                  onChange={(event) => change({ phone: event.target.value })}
                />
              )}
            </Field>
            <Field id="name" label={t('name')} error={error('name')} className="beside">
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  value={draft.name}
                  onChange={(event) => change({ name: event.target.value })}
                />
              )}
            </Field>
            <Choice
              id="channel"
              label={t('channel')}
              value={draft.channel}
              error={error('channel')}
              options={CHANNELS.map((channel) => ({ value: channel, label: term(`channel.${channel}`) }))}
              onChange={(channel) => change({ channel })}
            />
            <Choice
              id="language"
              label={t('language.label')}
              value={draft.language}
              error={error('language')}
              options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
              onChange={(language) => change({ language })}
            />
          </section>

          <section aria-labelledby="section-marks">
            <h2 id="section-marks">{t('section.marks')}</h2>
            <Tick
              id="confidential"
              label={t('confidential')}
              hint={`${draft.kind === 'report' ? t('confidential.report') : ''}${t(confidential ? 'confidential.on' : 'confidential.off')}`}
              checked={confidential}
              onChange={(checked) => change({ confidential: checked })}
            />
            <Tick
              id="green-channel"
              label={t('greenChannel')}
              hint={t('greenChannel.hint')}
              checked={draft.greenChannel}
              onChange={(checked) => change({ greenChannel: checked })}
            />
          </section>
        </Saving>
        <div className="buttons send-bar">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={registration.isPending}
            aria-keyshortcuts="Control+Enter"
          >
            {t('send')} <kbd>{t('send.key')}</kbd>
          </Button>
          <Button type="text" disabled={registration.isPending} onClick={() => setClearing(true)}>
            {t('clear')}
          </Button>
          <span className="soft">{t('draft.kept')}</span>
        </div>
      </form>
      <aside>
        <ElementsGiven draft={draft} />
      </aside>
      <FormalAct
        open={clearing}
        consequence={t('clear.question')}
        act={t('clear.act')}
        danger
        onConfirm={() => {
          clear();
          setErrors([]);
          setClearing(false);
        }}
        onCancel={() => setClearing(false)}
      />
    </div>
  );
}

interface TickProps {
  id: string;
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Tick({ id, label, hint, checked, onChange }: TickProps) {
  return (
    <div className="tick">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`} aria-live="polite">
        {hint}
      </p>
    </div>
  );
}
