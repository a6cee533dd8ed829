import type { KeyboardEvent } from 'react';
import type { RosterDetail } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import type { Acts } from '../controls/use-acts.js';
import { ChoiceDialog } from './choice-dialog.js';
import type { DutyCell } from './duty-grid.js';
import { useDutyNames } from './duty-names.js';
import type { RosterActs } from './duty.queries.js';
import { dutyWords } from './duty.words.js';

interface OfficerChoiceProps {
  roster: RosterDetail;
  cell: DutyCell;
  acts: Acts;
  steps: RosterActs;
  onSaid: (text: string) => void;
  onClose: () => void;
}

/** Who could have this duty: the post's A and B first, then everybody else who works at the site. */
export function OfficerChoice({ roster, cell, acts, steps, onSaid, onClose }: OfficerChoiceProps) {
  const t = useWords(dutyWords);
  const names = useDutyNames(roster);
  const duty = cell.duties[0];
  const post = roster.posts.find(({ id }) => id === cell.postId);
  const day = roster.days.find((one) => one.day === cell.day);
  const busy = new Set(
    day?.sessions
      .find(({ session }) => session === cell.session)
      ?.duties.filter(({ id }) => id !== duty?.id)
      .map(({ officerId }) => officerId),
  );
  const seatOf = (id: string) => (id === post?.aOfficerId ? 'A' : id === post?.bOfficerId ? 'B' : null);
  const officers = roster.officers
    .filter(({ active, mayLead }) => active && (cell.postId !== null || mayLead))
    .toSorted((a, b) => (seatOf(a.id) ?? 'C').localeCompare(seatOf(b.id) ?? 'C'));

  const choose = (officerId: string) => {
    if (duty?.officerId === officerId) return onClose();
    // Open until it is done: the second press of a double click must not fall on the page below.
    acts.now({
      run: () =>
        duty
          ? steps.change(duty.id, officerId)
          : steps.add({ day: cell.day, session: cell.session, postId: cell.postId, officerId }),
      onDone: () => {
        onClose();
        onSaid(t('change.done', { who: names.officer(officerId) }));
      },
      onFailed: onClose,
    });
  };
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <ChoiceDialog title={t('choose.for', { where: names.where(cell) })} onClose={onClose}>
      <ul className="duty-officers" onKeyDown={walk} aria-label={t('choose.title')}>
        {officers.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === duty?.officerId ? 'true' : undefined}
              autoFocus={id === (duty?.officerId ?? officers[0]?.id)}
              onClick={() => choose(id)}
            >
              <span>{name}</span>
              <small>
                {[
                  seatOf(id) ? t('choose.seat', { seat: seatOf(id) ?? '' }) : '',
                  id === duty?.officerId ? t('choose.now') : '',
                  day?.absent.includes(id) ? t('absent') : '',
                  busy.has(id) ? t('choose.busy') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {duty ? (
        <Button
          danger
          loading={acts.busy}
          onClick={() => acts.now({ run: () => steps.remove(duty.id), onDone: onClose, onFailed: onClose })}
        >
          {t('choose.remove')}
        </Button>
      ) : null}
    </ChoiceDialog>
  );
}
