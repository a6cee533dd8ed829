import type { RosterDetail } from '@shared/api/generated/appointments.js';
import { formatDay } from '@shared/dates/format.js';
import { listed } from '@shared/i18n/listed.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { officeInstant } from '../controls/office-time.js';
import { useNameOf } from '../directory/unit.queries.js';
import type { Duty, DutyCell } from './duty-grid.js';
import { sessionWords } from '../schedule/session.words.js';
import { dutyWords } from './duty.words.js';

/** How days, places and people of a roster are called in the language shown. */
export function useDutyNames(roster: Pick<RosterDetail, 'posts' | 'officers'>) {
  const t = useWords(dutyWords);
  const term = useWords(sessionWords);
  const nameOf = useNameOf();
  const shown = useLanguage();
  const day = useDayName();
  const post = (postId: string | null) => {
    const found = roster.posts.find(({ id }) => id === postId);
    return found ? nameOf(found) : t('leader');
  };
  const officer = (id: string) => roster.officers.find((one) => one.id === id)?.name ?? '';
  return {
    day,
    post,
    officer,
    where: (cell: Pick<DutyCell, 'day' | 'session' | 'postId'>) =>
      `${day(cell.day)} ${term(`session.${cell.session}`)} · ${post(cell.postId)}`,
    who: (duties: readonly Duty[]) =>
      listed(
        duties.map((duty) => officer(duty.officerId)),
        shown,
      ),
  };
}

export type DutyNames = ReturnType<typeof useDutyNames>;

/** `11月25日（周三）` of a `YYYY-MM-DD`. */
export function useDayName() {
  const shown = useLanguage();
  return (day: string) => formatDay(officeInstant(day, '12:00'), shown);
}
