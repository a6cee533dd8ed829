import { ClockState, type ClockStateName } from '@shared/clock-state/clock-state.js';
import { useNow } from '../shell/system-clock.js';

interface ClockProps {
  clock: { state: ClockStateName; dueAt: string | null };
}

/** How long is left, by the suite's own clock; nothing where no limit runs. */
export function Clock({ clock }: ClockProps) {
  const now = useNow();
  return clock.state === 'none' ? null : <ClockState state={clock.state} dueAt={clock.dueAt} now={now} />;
}
