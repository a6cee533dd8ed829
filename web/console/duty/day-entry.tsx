import { useWords } from '@shared/i18n/use-words.js';
import { ViolationMarks } from './duty-entry.js';
import { cellId, type DayCell } from './duty-grid.js';
import type { DutyNames } from './duty-names.js';
import { sessionWords } from '../schedule/session.words.js';
import { dutyWords } from './duty.words.js';

interface DayEntryProps {
  cell: DayCell;
  /** Sessions of the day. */
  rows: number;
  names: DutyNames;
  tabbable: boolean;
  onHere: () => void;
  /** Left out where nothing may be changed. */
  onOpen?: () => void;
}

/** Who has a half-day off in return, and who is away. */
export function DayEntry({ cell, rows, names, tabbable, onHere, onOpen }: DayEntryProps) {
  const t = useWords(dutyWords);
  const term = useWords(sessionWords);
  return (
    <td
      id={cellId(cell.key)}
      className="duty-off"
      rowSpan={rows}
      tabIndex={tabbable ? 0 : -1}
      onFocus={onHere}
      onClick={cell.mayRest ? onOpen : undefined}
    >
      {cell.rests.map((rest) => (
        <span key={rest.officerId + rest.session}>
          {t('resting')} {t('rest.line', { who: names.officer(rest.officerId), half: term(`session.${rest.session}`) })}
        </span>
      ))}
      {cell.absent.map((officerId) => (
        <span key={officerId}>
          {t('absent')} {names.officer(officerId)}
        </span>
      ))}
      <ViolationMarks violations={cell.violations} />
    </td>
  );
}
