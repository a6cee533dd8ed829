import { useMemo, useState, type KeyboardEvent } from 'react';
import type { RosterDetail } from '@shared/api/generated/appointments.js';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { Acts } from '../controls/use-acts.js';
import { scheduleWords } from '../schedule/schedule.words.js';
import type { BrokenRule } from './broken-rules.js';
import { DayEntry } from './day-entry.js';
import { DutyEntry } from './duty-entry.js';
import { cellId, dutyGrid, movedBy, type Cell, type Duty, type GridRow, type Position } from './duty-grid.js';
import { useDutyNames } from './duty-names.js';
import type { RosterActs } from './duty.queries.js';
import { sessionWords } from '../schedule/session.words.js';
import { dutyWords } from './duty.words.js';
import { OfficerChoice } from './officer-choice.js';
import { RestChoice } from './rest-choice.js';

/** What extended service promises: about a day of the site, not about who is on duty. */
const COMMITMENTS = ['noon-unbroken', 'weekend-half-day', 'holiday-half-days', 'long-holiday-last-day'] as const;

interface RosterGridProps {
  roster: RosterDetail;
  /** What kept it from being published, by day. */
  refused: readonly BrokenRule[];
  acts: Acts;
  steps: RosterActs;
}

/** The roster's days as a table; one cell at a time is in the tab order, the arrow keys lead to the others. */
export function RosterGrid({ roster, refused, acts, steps }: RosterGridProps) {
  const t = useWords(dutyWords);
  const term = useWords(sessionWords);
  const names = useDutyNames(roster);
  const rows = useMemo(() => dutyGrid(roster), [roster]);
  const [here, setHere] = useState<Position>({ row: 0, column: 0 });
  const [open, setOpen] = useState<Cell | null>(null);
  const [taken, take] = useState<Duty | null>(null);
  const [said, say] = useState('');
  const mayChange = roster.allowed.includes('change');

  const focus = (key: string | undefined) => {
    if (key !== undefined) document.getElementById(cellId(key))?.focus();
  };
  const swap = (other: Duty, from = taken) => {
    // One act at a time: who is quicker keeps what they took, and is told.
    if (acts.busy) return say(t('swap.wait'));
    take(null);
    if (!from || from.id === other.id) return say(t('swap.cancelled'));
    const done = t('swap.done', { one: names.officer(from.officerId), other: names.officer(other.officerId) });
    acts.now({ run: () => steps.swap(from.id, other.id), onDone: () => say(done) });
  };
  const swapKey = (duty: Duty | undefined) => {
    if (!duty) return;
    if (taken) return swap(duty);
    take(duty);
    say(t('swap.begun', { who: names.officer(duty.officerId) }));
  };
  const onKey = (event: KeyboardEvent) => {
    const cell = rows[here.row]?.cells[here.column];
    const to = movedBy(event, rows, here);
    if (to) {
      event.preventDefault();
      setHere(to);
      return focus(rows[to.row]?.cells[to.column]?.key);
    }
    if (!mayChange || !cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setOpen(cell);
    } else if (event.key === 's' && cell.kind === 'duty') {
      event.preventDefault();
      swapKey(cell.duties[0]);
    } else if (event.key === 'Escape' && taken) {
      event.preventDefault();
      take(null);
      say(t('swap.cancelled'));
    }
  };
  const close = () => {
    const key = open?.key;
    setOpen(null);
    focus(key);
  };

  return (
    <>
      {/* One line, whatever it says: nothing may move under a pointer that drags. */}
      <p className="soft duty-keys" id="duty-keys">
        {taken && said ? said : mayChange ? t('keys.hint') : t('keys.read')}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="duty-scroll">
        <table
          role="grid"
          className="duty-grid"
          aria-label={t('title')}
          aria-describedby="duty-keys"
          aria-busy={acts.busy || undefined}
          onKeyDown={onKey}
        >
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('session')}</th>
              {[null, ...roster.posts.map(({ id }) => id)].map((postId) => (
                <th scope="col" key={postId}>
                  {names.post(postId)}
                </th>
              ))}
              <th scope="col">{t('off')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${row.day.day}.${row.session.session}`} className={row.first ? 'duty-first' : undefined}>
                {row.first ? <DayHead row={row} name={names.day(row.day.day)} refused={refused} /> : null}
                <th scope="row">
                  {term(`session.${row.session.session}`)}{' '}
                  <small>
                    {row.session.from}–{row.session.to}
                  </small>
                </th>
                {row.cells.map((cell, column) => {
                  const isHere = here.row === index && here.column === column;
                  if (cell.kind === 'day') {
                    return row.first ? (
                      <DayEntry
                        key={cell.key}
                        cell={cell}
                        rows={row.day.sessions.length}
                        names={names}
                        tabbable={here.column === column && rows[here.row]?.day === row.day}
                        onHere={() => setHere({ row: index, column })}
                        onOpen={mayChange ? () => setOpen(cell) : undefined}
                      />
                    ) : null;
                  }
                  return (
                    <DutyEntry
                      key={cell.key}
                      cell={cell}
                      names={names}
                      tabbable={isHere}
                      taken={taken}
                      onHere={() => setHere({ row: index, column })}
                      onOpen={mayChange ? () => setOpen(cell) : undefined}
                      onTake={mayChange && !acts.busy ? take : undefined}
                      onSwap={swap}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open?.kind === 'duty' ? (
        <OfficerChoice roster={roster} cell={open} acts={acts} steps={steps} onSaid={say} onClose={close} />
      ) : null}
      {open?.kind === 'day' ? (
        <RestChoice roster={roster} cell={open} acts={acts} steps={steps} onClose={close} />
      ) : null}
    </>
  );
}

interface DayHeadProps {
  row: GridRow;
  name: string;
  refused: readonly BrokenRule[];
}

function DayHead({ row, name, refused }: DayHeadProps) {
  const t = useWords(dutyWords);
  const say = useWords(scheduleWords);
  const { day, kind, sessions } = row.day;
  const broken = new Set(refused.filter((one) => one.day === day).map(({ rule }) => rule));
  return (
    <th scope="rowgroup" rowSpan={sessions.length} className="duty-day" data-kind={kind}>
      {name}
      {kind === 'working' ? null : <small>{t(`kind.${kind}`)}</small>}
      {COMMITMENTS.filter((rule) => broken.has(rule)).map((rule) => (
        <span key={rule} className="duty-fault hard">
          <Icon name="over" size="1em" />
          {say(`rule.${rule}`)}
        </span>
      ))}
    </th>
  );
}
