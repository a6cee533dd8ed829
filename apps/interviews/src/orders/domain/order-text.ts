import { chineseInstant } from '../../days/office-date.js';

/** The text of the order the suite issues by itself when a talk was not held in time (督办函). */
export function overdueInterviewOrder(matter: {
  readonly unitNameZh: string;
  readonly caseNumber: string;
  readonly ticketNumber: string;
  readonly round: number;
  readonly interviewDueAt: Date;
  readonly dueAt: Date;
  readonly timeZone: string;
}): string {
  const { unitNameZh, caseNumber, ticketNumber, round, timeZone } = matter;
  return [
    `${unitNameZh}：`,
    `　　${ticketNumber}号诉求第${round}次约谈（${caseNumber}）应于${chineseInstant(timeZone, matter.interviewDueAt)}前完成，现已逾期，系统已自动发出红牌，并转纪委督办。`,
    `　　请于${chineseInstant(timeZone, matter.dueAt)}前完成约谈。逾期仍未完成的，转县领导督办。`,
  ].join('\n');
}
