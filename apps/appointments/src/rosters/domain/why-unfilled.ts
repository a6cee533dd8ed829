import { isAbsent, isQualified, type Demand, type Duty, type Officer, type RosterFrame } from './roster.js';
import { officerName, postName, when, type Words } from './roster-words.js';

/** At most so many candidates are spoken of. */
const MOST_REASONS = 6;

/**
 * Says which post, or the lead, stays empty in which session, and for each who could have filled it why not.
 * @param duties the rest of the roster, which is as full as it can be
 */
export function whyUnfilled(frame: RosterFrame, duties: readonly Duty[], demand: Demand): Words {
  const { whenZh, whenEn } = when(demand.day, demand.session);
  const { postZh, postEn } = postName(frame, demand.postId);
  const reasons = (demand.postId === null ? leadersReasons : seatReasons)(frame, duties, demand);
  return {
    textZh: `${whenZh}${postZh}无人可排：${reasons.map(({ textZh }) => textZh).join('；')}。`,
    textEn: `${whenEn}: nobody for ${postEn}: ${reasons.map(({ textEn }) => textEn).join('; ')}.`,
  };
}

function seatReasons(frame: RosterFrame, duties: readonly Duty[], demand: Demand): Words[] {
  const post = frame.posts.find(({ id }) => id === demand.postId);
  return (['A', 'B'] as const).map((seat) => {
    const officerId = (seat === 'A' ? post?.aOfficerId : post?.bOfficerId) ?? null;
    if (officerId === null) return { textZh: `未设${seat}岗人员`, textEn: `no ${seat} person is named` };
    const { textZh, textEn } = reasonOf(frame, duties, demand, officerId);
    const name = officerName(frame, officerId);
    return { textZh: `${seat}岗${name}${textZh}`, textEn: `${seat} ${name} ${textEn}` };
  });
}

function leadersReasons(frame: RosterFrame, duties: readonly Duty[], demand: Demand): Words[] {
  const leaders = frame.officers.filter(({ mayLead, active }) => mayLead && active);
  if (leaders.length === 0) return [{ textZh: '本网点未设值班领导人选', textEn: 'nobody at this site may lead' }];
  return leaders.slice(0, MOST_REASONS).map(({ id, name }) => {
    const { textZh, textEn } = reasonOf(frame, duties, demand, id);
    return { textZh: `${name}${textZh}`, textEn: `${name} ${textEn}` };
  });
}

function reasonOf(frame: RosterFrame, duties: readonly Duty[], demand: Demand, officerId: string): Words {
  const officer = frame.officers.find(({ id }) => id === officerId);
  const post = frame.posts.find(({ id }) => id === demand.postId);
  if (!officer?.active) return { textZh: '已离岗', textEn: 'no longer works here' };
  if (isAbsent(officer, demand.day)) return { textZh: '请假', textEn: 'is absent' };
  if (post && !isQualified(officer, post)) return { textZh: '不具备资格', textEn: 'is not qualified' };
  return busyReason(frame, duties, demand, officer);
}

function busyReason(frame: RosterFrame, duties: readonly Duty[], { day, session }: Demand, officer: Officer): Words {
  const ofDay = duties.filter((duty) => duty.officerId === officer.id && duty.day === day);
  const elsewhere = ofDay.find((duty) => duty.session === session);
  if (elsewhere) {
    const { postZh, postEn } = postName(frame, elsewhere.postId);
    return { textZh: `同一时段在${postZh}`, textEn: `is at ${postEn} in that session` };
  }
  const sessions = ofDay.length;
  return { textZh: `当日已值班${sessions}个时段`, textEn: `is on duty in ${sessions} sessions of that day already` };
}
