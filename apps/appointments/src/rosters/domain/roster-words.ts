import type { SessionName } from '@app/common/calendar/calendar.js';
import { weekdayOf, type Day } from '@app/common/calendar/zone.js';
import type { RosterFrame } from './roster.js';
import type { RosterRule, Violation } from './violation.js';

/** The same said in both languages. */
export interface Words {
  readonly textZh: string;
  readonly textEn: string;
}

interface Names {
  readonly officer: string;
  readonly postZh: string;
  readonly postEn: string;
  readonly whenZh: string;
  readonly whenEn: string;
}

const SESSIONS_ZH: Readonly<Record<SessionName, string>> = {
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚间',
};
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const RULES: Readonly<Record<RosterRule, (names: Names) => Words>> = {
  'post-unfilled': ({ whenZh, whenEn, postZh, postEn }) => ({
    textZh: `${whenZh}${postZh}的A岗、B岗均无人在岗。`,
    textEn: `${whenEn}: neither A nor B of ${postEn} is on duty.`,
  }),
  'no-leader': ({ whenZh, whenEn }) => ({
    textZh: `${whenZh}没有领导坐堂值班。`,
    textEn: `${whenEn}: no leader is on duty.`,
  }),
  'officer-twice': ({ whenZh, whenEn, officer }) => ({
    textZh: `${officer}${whenZh}同时安排了两处值班。`,
    textEn: `${whenEn}: ${officer} is on duty in two places.`,
  }),
  'too-many-sessions': ({ whenZh, whenEn, officer }) => ({
    textZh: `${officer}${whenZh}值班时段过多。`,
    textEn: `${whenEn}: ${officer} is on duty in too many sessions of the day.`,
  }),
  'not-of-the-post': ({ whenZh, whenEn, officer, postZh, postEn }) => ({
    textZh: `${whenZh}：${officer}既不是${postZh}的A岗也不是B岗。`,
    textEn: `${whenEn}: ${officer} is neither A nor B of ${postEn}.`,
  }),
  'not-qualified': ({ whenZh, whenEn, officer, postZh, postEn }) => ({
    textZh: `${whenZh}：${officer}不具备${postZh}要求的资格。`,
    textEn: `${whenEn}: ${officer} does not have the qualifications of ${postEn}.`,
  }),
  'may-not-lead': ({ whenZh, whenEn, officer }) => ({
    textZh: `${whenZh}：${officer}不是值班领导人选。`,
    textEn: `${whenEn}: ${officer} may not be the leader on duty.`,
  }),
  'officer-left': ({ whenZh, whenEn, officer }) => ({
    textZh: `${whenZh}：${officer}已不在本网点工作。`,
    textEn: `${whenEn}: ${officer} no longer works at this site.`,
  }),
  absent: ({ whenZh, whenEn, officer }) => ({
    textZh: `${whenZh}：${officer}请假，不能值班。`,
    textEn: `${whenEn}: ${officer} is absent.`,
  }),
  'on-rest': ({ whenZh, whenEn, officer }) => ({
    textZh: `${whenZh}：${officer}正在轮休。`,
    textEn: `${whenEn}: ${officer} has this half-day off in return.`,
  }),
  'not-open': ({ whenZh, whenEn, officer, postZh, postEn }) => ({
    textZh: `${whenZh}${postZh}不开放，${officer}无需值班。`,
    textEn: `${whenEn}: ${postEn} is not open, ${officer} is not needed.`,
  }),
  'rest-overdue': ({ whenZh, whenEn, officer }) => ({
    textZh: `${officer}的轮休半天应于${whenZh}前补休，尚未安排。`,
    textEn: `${officer} should have had a half-day back by ${whenEn}.`,
  }),
  'rest-not-owed': ({ whenZh, whenEn, officer }) => ({
    textZh: `${officer}在${whenZh}尚无可补的轮休。`,
    textEn: `${whenEn}: ${officer} is not owed a half-day yet.`,
  }),
};

/** What planners read of a violation. */
export function violationWords(frame: Pick<RosterFrame, 'officers' | 'posts'>, violation: Violation): Words {
  const { day, session, officerId, postId } = violation;
  return RULES[violation.rule]({
    officer: officerName(frame, officerId),
    ...postName(frame, postId),
    ...when(day, session),
  });
}

export function officerName({ officers }: Pick<RosterFrame, 'officers'>, id: string | null): string {
  return officers.find((officer) => officer.id === id)?.name ?? '—';
}

/** Of a post; the lead where there is none. */
export function postName({ posts }: Pick<RosterFrame, 'posts'>, id: string | null): Pick<Names, 'postZh' | 'postEn'> {
  if (id === null) return { postZh: '坐堂值班', postEn: 'the lead' };
  const post = posts.find((one) => one.id === id);
  return { postZh: post?.nameZh ?? '—', postEn: post?.nameEn ?? '—' };
}

/** `11月28日（周六）上午`, `Saturday 2026-11-28, morning`. */
export function when(day: Day, session: SessionName | null): Pick<Names, 'whenZh' | 'whenEn'> {
  const [, month, date] = day.split('-').map(Number);
  const weekday = weekdayOf(day);
  const dayZh = `${month}月${date}日（周${WEEKDAYS_ZH[weekday]}）`;
  const dayEn = `${WEEKDAYS_EN[weekday]} ${day}`;
  return session === null
    ? { whenZh: dayZh, whenEn: dayEn }
    : { whenZh: `${dayZh}${SESSIONS_ZH[session]}`, whenEn: `${dayEn}, ${session}` };
}
