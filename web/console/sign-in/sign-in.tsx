import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Logo } from '@shared/brand/logo.js';
import { connectionWords } from '@shared/http/connection.words.js';
import { ApiProblem } from '@shared/http/problem.js';
import { problemWords } from '@shared/http/problem-words.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { Field } from '../controls/field.js';
import { signIn } from '../session/session.queries.js';
import type { Person } from '../session/session.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { signInWords } from './sign-in.words.js';

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
  const lock = useCountdown();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (expired) heading.current?.focus();
  }, [expired]);

  const submit = async () => {
    const faults: FieldError[] = [];
    if (name.trim() === '') faults.push({ field: 'sign-in-name', text: t('fault.name') });
    if (password === '') faults.push({ field: 'sign-in-password', text: t('fault.password') });
    setErrors(faults);
    setRefusal(null);
    if (faults.length > 0) return;
    setBusy(true);
    try {
      onSignedIn(await signIn(name.trim(), password));
    } catch (error) {
      setPassword('');
      if (error instanceof ApiProblem && error.retryAfterSeconds) lock.start(error.retryAfterSeconds);
      else setRefusal(problemWords(error, say));
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
          <p className="notice notice-over" role="alert">
            {t('locked', { minutes: Math.floor(lock.left / 60), seconds: lock.left % 60 })}
          </p>
        ) : null}
        {lock.ended ? <p className="notice">{t('unlocked')}</p> : null}
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
          <Button type="primary" size="large" htmlType="submit" block loading={busy} disabled={lock.left > 0}>
            {t('submit')}
          </Button>
        </form>
        <p className="soft">{t('help')}</p>
      </main>
    </div>
  );
}

/** Seconds left of a lock-out, counted down on the screen. */
function useCountdown() {
  const [until, setUntil] = useState<number | null>(null);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  return {
    left,
    ended: until !== null && left === 0,
    start: (seconds: number) => {
      setNow(Date.now());
      setUntil(Date.now() + seconds * 1000);
    },
  };
}
