import { ClockState, type ClockStateName } from '@shared/clock-state/clock-state.js';
import { useOfficeCalendar } from '../shell/office-calendar.js';
import { useNow } from '../shell/system-clock.js';

interface ClockProps {
  clock: { state: ClockStateName; dueAt: string | null };
}

/** How long is left, by the suite's own clock; nothing where no limit runs. */
export function Clock({ clock }: ClockProps) {
  const now = useNow();
  const calendar = useOfficeCalendar();
  if (clock.state === 'none') return null;
  return <ClockState state={clock.state} dueAt={clock.dueAt} now={now} calendar={calendar} />;
}
