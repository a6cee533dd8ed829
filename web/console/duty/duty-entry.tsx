import { useState } from 'react';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import { cellId, type Duty, type DutyCell, type Violation } from './duty-grid.js';
import type { DutyNames } from './duty-names.js';
import { dutyWords } from './duty.words.js';

interface DutyEntryProps {
  cell: DutyCell;
  names: DutyNames;
  tabbable: boolean;
  /** The duty that is about to be swapped. */
  taken: Duty | null;
  onHere: () => void;
  /** Left out where nothing may be changed. */
  onOpen?: () => void;
  onTake?: (duty: Duty | null) => void;
  onSwap: (duty: Duty) => void;
}

/** Who is on duty in one place and session, and what is wrong with it, in place. */
export function DutyEntry({ cell, names, tabbable, taken, onHere, onOpen, onTake, onSwap }: DutyEntryProps) {
  const t = useWords(dutyWords);
  const [over, setOver] = useState(false);
  const first = cell.duties[0];
  const mayTakeHere = taken !== null && first !== undefined && taken.id !== first.id;
  return (
    <td
      id={cellId(cell.key)}
      tabIndex={tabbable ? 0 : -1}
      aria-selected={taken !== null && cell.duties.some(({ id }) => id === taken.id)}
      data-closed={cell.closed || undefined}
      data-over={over || undefined}
      onFocus={onHere}
      onClick={cell.closed ? undefined : onOpen}
      onDragOver={(event) => {
        if (!mayTakeHere) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (first && mayTakeHere) onSwap(first);
      }}
    >
      {cell.duties.map((duty) => (
        <span
          key={duty.id}
          className="duty-chip"
          draggable={onTake !== undefined}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', names.officer(duty.officerId));
            event.dataTransfer.effectAllowed = 'move';
            onTake?.(duty);
          }}
          onDragEnd={() => onTake?.(null)}
        >
          {names.officer(duty.officerId)}
          {duty.seat ? <small>{duty.seat}</small> : null}
          {duty.tookOverFrom ? <small>{t('took')}</small> : null}
        </span>
      ))}
      {cell.duties.length === 0 ? <span className="soft">{cell.closed ? t('closed') : t('nobody')}</span> : null}
      <ViolationMarks violations={cell.violations} />
    </td>
  );
}

/** Each broken rule once, as an icon with its word. */
export function ViolationMarks({ violations }: { violations: readonly Violation[] }) {
  const t = useWords(dutyWords);
  const rules = [...new Map(violations.map((one) => [one.rule, one.hard])).entries()];
  return rules.map(([rule, hard]) => (
    <span key={rule} className={`duty-fault${hard ? ' hard' : ''}`}>
      <Icon name={hard ? 'over' : 'near'} size="1em" />
      {t(`rule.${rule}`)}
    </span>
  ));
}
