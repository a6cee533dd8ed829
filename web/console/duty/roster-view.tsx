import { useMemo, type ReactNode } from 'react';
import type { Proposal, RosterDetail } from '@shared/api/generated/appointments.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { Balance } from './balance.js';
import { brokenRulesOf, type BrokenRule } from './broken-rules.js';
import { cellAbout, cellId, dutyGrid } from './duty-grid.js';
import { useDayName } from './duty-names.js';
import { useRoster, useRosterActs } from './duty.queries.js';
import { dutyWords } from './duty.words.js';
import { Refusal } from './refusal.js';
import { RosterGrid } from './roster-grid.js';
import { Violations } from './violations.js';

interface RosterViewProps {
  id: string;
  /** What the solver said of it, where it has just been proposed. */
  proposal: Proposal | null;
  /** What stands beside it for the whole site. */
  children: ReactNode;
}

/** One roster: its grid, and beside it what it breaks, how turns are shared and who is away. */
export function RosterView({ id, proposal, children }: RosterViewProps) {
  const roster = useRoster(id);
  return (
    <>
      <ProblemAlert error={roster.error} onAgain={() => void roster.refetch()} />
      {proposal ? <ProposalNotice proposal={proposal} /> : null}
      {roster.data ? <RosterOf roster={roster.data}>{children}</RosterOf> : null}
    </>
  );
}

function RosterOf({ roster, children }: { roster: RosterDetail; children: ReactNode }) {
  const t = useWords(dutyWords);
  const dayName = useDayName();
  const acts = useActs();
  const steps = useRosterActs(roster);
  const rows = useMemo(() => dutyGrid(roster), [roster]);
  const refused = brokenRulesOf(acts.error);
  const placeOf = (broken: BrokenRule) => {
    const cell = cellAbout(rows, broken);
    return cell && cellId(cell.key);
  };
  const hard = roster.violations.filter((one) => one.hard).length;
  const period = t('period', { from: dayName(roster.fromDay), to: dayName(roster.toDay) });
  const publish = () =>
    acts.ask({ consequence: t('publish.consequence', { period }), act: t('publish'), run: steps.publish });
  const withdraw = () =>
    acts.ask({
      consequence: roster.state === 'draft' ? t('withdraw.draft') : t('withdraw.consequence'),
      act: t('withdraw'),
      danger: true,
      run: steps.withdraw,
    });
  return (
    <div className="duty-panes">
      <section className="duty-main" aria-label={period}>
        <Refusal error={acts.error} placeOf={placeOf} />
        <RosterGrid roster={roster} refused={refused} acts={acts} steps={steps} />
      </section>
      <div className="duty-side">
        <div className="duty-issue">
          {roster.allowed.includes('publish') ? (
            <Button type="primary" disabled={hard > 0} loading={acts.busy} onClick={publish}>
              {t('publish')}
            </Button>
          ) : null}
          {roster.allowed.includes('withdraw') ? (
            <Button disabled={acts.busy} onClick={withdraw}>
              {t('withdraw')}
            </Button>
          ) : null}
          {roster.allowed.includes('publish') && hard > 0 ? (
            <p className="duty-blocked">{t('publish.blocked', { count: hard })}</p>
          ) : null}
        </div>
        <Violations roster={roster} />
        <Balance roster={roster} />
        {children}
      </div>
      {acts.dialog}
    </div>
  );
}

/** What the solver says of its own draft. */
function ProposalNotice({ proposal: { best, unfilled } }: { proposal: Proposal }) {
  const t = useWords(dutyWords);
  const shown = useLanguage();
  return (
    <>
      {best ? null : <p className="notice notice-near">{t('propose.notBest')}</p>}
      {unfilled.length > 0 ? (
        <div className="notice notice-near">
          <strong>{t('unfilled.title', { count: unfilled.length })}</strong>
          <ul>
            {unfilled.map((one) => (
              <li key={`${one.day}.${one.session}.${one.postId}`}>{shown === 'zh-CN' ? one.textZh : one.textEn}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
