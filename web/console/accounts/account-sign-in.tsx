import type { StaffAccountDto } from '@shared/api/generated/gateway.js';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDirectoryActs } from './account.queries.js';
import { accountWords } from './account.words.js';
import { GivenPassword, type Given } from './given-password.js';

interface AccountSignInProps {
  account: StaffAccountDto;
  /** Whether it is the administrator's own. */
  own: boolean;
  given: Given | null;
  onGiven: (given: Given | null) => void;
}

/** Whether somebody can come in, and what helps where they cannot. */
export function AccountSignIn({ account, own, given, onGiven }: AccountSignInProps) {
  const t = useWords(accountWords);
  const acts = useActs();
  const steps = useDirectoryActs();
  const { id, displayName: name, active } = account;
  const reset = () =>
    acts.ask({
      consequence: t('consequence.reset', { name }),
      act: t('reset'),
      run: async () => {
        const { oneTimePassword, validUntil } = await steps.resetPassword(id);
        onGiven({ id, password: oneTimePassword, validUntil });
      },
    });
  const deactivate = () =>
    acts.ask({
      consequence: t('consequence.deactivate', { name }),
      act: t('deactivate'),
      danger: true,
      run: () => steps.deactivateStaff(id),
    });
  return (
    <section aria-labelledby="account-sign-in-title" className="accounts-part">
      <h3 id="account-sign-in-title">{t('signIn')}</h3>
      {given ? <GivenPassword given={given} onPutAway={() => onGiven(null)} /> : null}
      <ProblemAlert error={acts.error} />
      <Standing account={account} />
      <div className="buttons">
        {account.lockedUntil ? (
          <Button onClick={() => acts.now({ run: () => steps.unlockStaff(id) })} loading={acts.busy}>
            {t('unlock')}
          </Button>
        ) : null}
        {active ? <Button onClick={reset}>{t('reset')}…</Button> : null}
        {active && !own ? (
          <Button danger onClick={deactivate}>
            {t('deactivate')}…
          </Button>
        ) : null}
        {active ? null : (
          <Button onClick={() => acts.now({ run: () => steps.reactivateStaff(id) })} loading={acts.busy}>
            {t('reactivate')}
          </Button>
        )}
      </div>
      {acts.dialog}
    </section>
  );
}

function Standing({ account: { active, oneTimeUntil, lockedUntil } }: { account: StaffAccountDto }) {
  const t = useWords(accountWords);
  const shown = useLanguage();
  const password = () => {
    if (oneTimeUntil === null) return t('password.own');
    const at = formatDateTime(oneTimeUntil, shown);
    // By the machine's own clock, as the gateway counts it: the suite's may stand in another week.
    return Date.parse(oneTimeUntil) > Date.now() ? t('password.given', { at }) : t('password.over', { at });
  };
  return (
    <dl className="facts">
      <div>
        <dt>{t('standing')}</dt>
        <dd>{active ? t('standing.active') : t('standing.inactive')}</dd>
      </div>
      <div>
        <dt>{t('password')}</dt>
        <dd>{password()}</dd>
      </div>
      {lockedUntil ? (
        <div>
          <dt>{t('lock')}</dt>
          <dd>{t('lock.until', { at: formatDateTime(lockedUntil, shown) })}</dd>
        </div>
      ) : null}
    </dl>
  );
}
