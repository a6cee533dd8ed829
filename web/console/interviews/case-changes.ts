import { formatAppointment } from '@shared/dates/format.js';
import type { Language } from '@shared/i18n/language.js';
import type { Translate } from '@shared/i18n/words.js';
import type { CaseDetail } from '@shared/api/generated/interviews.js';
import type { Change } from '../controls/stale-notice.js';
import type { termWords } from '../terms/terms.words.js';
import { tierOf } from './case-terms.js';
import type { interviewWords } from './interview.words.js';

/** What differs, as the person reads it, between the case that was seen and the case as it is. */
export function changesOf(
  was: CaseDetail,
  now: CaseDetail,
  t: Translate<(typeof interviewWords)['zh-CN']>,
  term: Translate<(typeof termWords)['zh-CN']>,
  language: Language,
): Change[] {
  const lines = (item: CaseDetail): [string, string][] => [
    [t('change.state'), term(`case.${item.state}`)],
    [t('change.round'), t('round', { round: item.round })],
    [t('change.tier'), term(`tier.${tierOf(item)}`)],
    [
      t('change.appointment'),
      item.appointment ? formatAppointment(item.appointment.startAt, item.appointment.endAt, language) : '—',
    ],
    [t('volunteer'), item.appointment?.volunteer?.name ?? '—'],
    [t('rootCause'), item.rootCause ?? '—'],
    [t('plan'), item.plan?.plan ?? '—'],
  ];
  const before = lines(was);
  return lines(now).flatMap(([label, text], n) => {
    const old = before[n]?.[1] ?? '—';
    return old === text ? [] : [{ label, was: old, now: text }];
  });
}
