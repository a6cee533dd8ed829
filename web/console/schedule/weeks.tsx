import { shiftDay } from '@app/common/calendar/zone.js';
import { formatDateTime, formatTime } from '@shared/dates/format.js';
import { isArranged } from '@shared/dates/office-calendar.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { controlWords } from '../controls/control.words.js';
import { officeDay } from '../controls/office-time.js';
import { useActs } from '../controls/use-acts.js';
import { useDayName } from '../duty/duty-names.js';
import { Refusal } from '../duty/refusal.js';
import { useOfficeCalendar } from '../shell/office-calendar.js';
import { useNow } from '../shell/system-clock.js';
import { usePublications, useScheduleActs, useScheduleCheck } from './schedule.queries.js';
import { scheduleWords } from './schedule.words.js';
import { mondayOf } from './week-pattern.js';
import { WithoutTime } from './without-time.js';

const WEEKS = 8;

/** The row of a week, for whoever leads the eye to it. */
const weekId = (monday: string) => `week-${monday}`;

/** The coming weeks: whether each keeps the commitments of extended service, and whether it is published. */
export function Weeks({ siteId }: { siteId: string }) {
  const t = useWords(scheduleWords);
  const say = useWords(controlWords);
  const shown = useLanguage();
  const dayName = useDayName();
  const acts = useActs();
  const steps = useScheduleActs(siteId);
  const monday = mondayOf(officeDay(useNow()));
  const all = Array.from({ length: WEEKS }, (_, n) => ({
    monday: shiftDay(monday, n * 7),
    sunday: shiftDay(monday, n * 7 + 6),
  }));
  const calendar = useOfficeCalendar();
  const arranged = (day: string): boolean => calendar !== null && isArranged(calendar, day);
  const lastKnown = all.findLast(({ sunday }) => arranged(sunday));
  const check = useScheduleCheck(siteId, monday, lastKnown?.sunday ?? monday);
  const publications = usePublications(siteId, monday);
  const weeks = all.map((week) => ({
    ...week,
    words: t('week', { from: dayName(week.monday), to: dayName(week.sunday) }),
    arranged: arranged(week.sunday),
    published: publications.data?.find((one) => one.monday === week.monday),
    violations: check.data?.violations.filter(({ day }) => day >= week.monday && day <= week.sunday) ?? [],
  }));
  const publish = (week: (typeof weeks)[number]) =>
    acts.ask({
      consequence: t('weeks.consequence', { week: week.words }),
      act: t('weeks.act'),
      run: () => steps.publish(week.monday),
    });
  return (
    <section aria-labelledby="weeks-title">
      <h2 id="weeks-title" className="visually-hidden">
        {t('view.weeks')}
      </h2>
      <p className="soft">{t('weeks.hint')}</p>
      <Refusal error={acts.error ?? check.error ?? publications.error} placeOf={({ day }) => weekId(mondayOf(day))} />
      <div className="schedule-scroll" tabIndex={0} role="group" aria-label={t('weeks.caption')}>
        <table className="schedule-table" aria-busy={check.isPending || undefined}>
          <caption>
            {t('weeks.caption')}{' '}
            {check.data ? <span className="soft">{say('asOf', { at: formatTime(check.data.asOf) })}</span> : null}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('weeks.week')}</th>
              <th scope="col">{t('weeks.check')}</th>
              <th scope="col">{t('weeks.state')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.monday} id={weekId(week.monday)} tabIndex={-1}>
                <th scope="row">{week.words}</th>
                <td>
                  {week.arranged || !calendar ? null : <span className="soft">{t('weeks.unarranged')}</span>}
                  {week.arranged && check.data && week.violations.length === 0 ? (
                    <span className="schedule-kept">
                      <Icon name="checkCircle" size="1em" />
                      {t('weeks.kept')}
                    </span>
                  ) : null}
                  <ul>
                    {week.violations.map((one) => (
                      <li key={one.rule + one.day} className="schedule-broken">
                        <Icon name="over" size="1em" />
                        <span>
                          <strong>{t(`rule.${one.rule}`)}</strong> {shown === 'zh-CN' ? one.textZh : one.textEn}
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  {!publications.data ? null : week.published ? (
                    t('weeks.published', { at: formatDateTime(week.published.publishedAt, shown) })
                  ) : (
                    <span className="schedule-state">
                      <span className="soft">{t('weeks.open')}</span>
                      <Button
                        size="small"
                        disabled={!week.arranged || !check.data || week.violations.length > 0}
                        aria-label={t('weeks.actOf', { week: week.words })}
                        onClick={() => publish(week)}
                      >
                        {t('weeks.act')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {check.data && check.data.withoutTime.length > 0 ? (
        <section aria-labelledby="without-time-title" className="schedule-lost">
          <h2 id="without-time-title">{t('withoutTime.title', { count: check.data.withoutTime.length })}</h2>
          <WithoutTime bookings={check.data.withoutTime} />
        </section>
      ) : null}
      {acts.dialog}
    </section>
  );
}
