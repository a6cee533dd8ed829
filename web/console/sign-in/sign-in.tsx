import { Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Logo } from '@shared/brand/logo.js';
import { connectionWords } from '@shared/http/connection.words.js';
import { ApiProblem } from '@shared/http/problem.js';
import { problemWords } from '@shared/http/problem-words.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { Field } from '../controls/field.js';
import { signIn } from '../session/session.queries.js';
import type { Person } from '../session/session.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { OwnPasswordFields, SHORTEST_PASSWORD, type OwnPassword } from './own-password.js';
import { signInWords } from './sign-in.words.js';
import { useLockOut } from './use-lock-out.js';

interface SignInProps {
  /** The session ended in the middle of the work: the page behind is kept. */
  expired: boolean;
  onSignedIn: (person: Person) => void;
}

export function SignIn({ expired, onSignedIn }: SignInProps) {
  const t = useWords(signInWords);
  const say = useWords(connectionWords);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const lock = useLockOut();
  /** Asked for once the service says that the password is a one-time one. */
  const [own, setOwn] = useState<OwnPassword | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (expired) heading.current?.focus();
  }, [expired]);
  useEffect(() => {
    const before = document.title;
    document.title = `${t('title')} · ${t('suite')}`;
    return () => {
      document.title = before;
    };
  }, [t]);

  const submit = async () => {
    const faults: FieldError[] = [];
    if (name.trim() === '') faults.push({ field: 'sign-in-name', text: t('fault.name') });
    if (password === '') faults.push({ field: 'sign-in-password', text: t('fault.password') });
    if (own && own.first.length < SHORTEST_PASSWORD) faults.push({ field: 'sign-in-own', text: t('fault.own') });
    else if (own && own.first !== own.again) faults.push({ field: 'sign-in-again', text: t('fault.again') });
    setErrors(faults);
    setRefusal(null);
    if (faults.length > 0) return;
    setBusy(true);
    try {
      onSignedIn(await signIn(name.trim(), password, own?.first));
    } catch (error) {
      const rule = error instanceof ApiProblem ? error.data.rule : undefined;
      if (rule === 'new-password-needed') {
        setOwn({ first: '', again: '' });
        return;
      }
      if (error instanceof ApiProblem && error.retryAfterSeconds) lock.start(error.retryAfterSeconds);
      else setRefusal(problemWords(error, say));
      // A rule that the new password breaks says nothing against the old one.
      if (rule === undefined) {
        setPassword('');
        setOwn(null);
        document.getElementById('sign-in-password')?.focus();
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="sign-in">
      <header>
        <Logo />
        <span className="suite">{t('suite')}</span>
        <LanguageSwitch />
      </header>
      <main>
        <h1 tabIndex={-1} ref={heading}>
          {t('title')}
        </h1>
        {expired ? <p className="notice notice-near">{t('expired')}</p> : null}
        <ErrorSummary errors={errors} />
        {refusal ? (
          <p className="notice notice-over" role="alert">
            {refusal}
          </p>
        ) : null}
        {lock.left > 0 ? (
          <>
            <p className="notice notice-over" aria-hidden="true">
              {t('locked', { minutes: Math.floor(lock.left / 60), seconds: lock.left % 60 })}
            </p>
            <p className="visually-hidden" role="alert">
              {t('locked.minutes', { minutes: lock.minutes })}
            </p>
          </>
        ) : null}
        {lock.ended ? (
          <p className="notice" role="status">
            {t('unlocked')}
          </p>
        ) : null}
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Field id="sign-in-name" label={t('name')} error={errorOf(errors, 'sign-in-name')}>
            {(control) => (
              <Input
                {...control}
                size="large"
                value={name}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field id="sign-in-password" label={t('password')} error={errorOf(errors, 'sign-in-password')}>
            {(control) => (
              <Input
                {...control}
                size="large"
                type="password"
                value={password}
                autoComplete="current-password"
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          {own ? <OwnPasswordFields value={own} errors={errors} onChange={setOwn} /> : null}
          <Button type="primary" size="large" htmlType="submit" block loading={busy} disabled={lock.left > 0}>
            {own ? t('own.submit') : t('submit')}
          </Button>
        </form>
        <p className="soft">{t('help')}</p>
      </main>
    </div>
  );
}
