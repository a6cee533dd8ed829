import { dayIn } from '@app/common/calendar/zone.js';
import { chineseDay, chineseInstant } from '../../days/office-date.js';

/** What a formal letter about a case speaks of. Never a citizen's name or number. */
export interface LetterMatter {
  readonly number: string;
  readonly caseNumber: string;
  readonly ticketNumber: string;
  readonly unitNameZh: string;
  /** Empty where confidential. */
  readonly subject: string;
  readonly round: number;
  readonly dueAt: Date;
  readonly issuedAt: Date;
  readonly timeZone: string;
}

/**
 * The letter that hands an interview to its unit (交办函; domain.md §4, tier 1: every dissatisfied item is sent to its
 * unit by formal letter).
 */
export function assignmentLetter(matter: LetterMatter, workingDays: number): string {
  const again =
    matter.round > 1
      ? `经纪委督查员核实，群众对第${matter.round - 1}次约谈的结果仍不满意，现退回你单位进行第${matter.round}次约谈。`
      : '群众对你单位的答复评价为不满意，按照群众约谈工作机制，应由你单位负责人当面约谈。';
  return letter(matter, '群众约谈交办函', [
    `现将${matterName(matter)}交你单位办理，约谈编号：${matter.caseNumber}。${again}`,
    `请按“梳理、方案、约谈”三步办理，自交办之日起${workingDays}个工作日内（${chineseInstant(matter.timeZone, matter.dueAt)}前）完成约谈，如实填写约谈记录和承诺事项。约谈结束后，由纪委督查员逐件核实。`,
  ]);
}

/** The reminder before the limit ends (催办通知书). */
export function reminderLetter(matter: LetterMatter): string {
  return letter(matter, '群众约谈催办通知书', [
    `你单位承办的${matterName(matter)}（约谈编号：${matter.caseNumber}）尚未完成约谈，时限为${chineseInstant(matter.timeZone, matter.dueAt)}。`,
    '请抓紧办理。逾期未约谈的，将发红牌，并转纪委督办。',
  ]);
}

function letter(matter: LetterMatter, title: string, paragraphs: readonly string[]): string {
  return [
    title,
    matter.number,
    '',
    `${matter.unitNameZh}：`,
    ...paragraphs.map((paragraph) => `　　${paragraph}`),
    '',
    '阳光热线',
    chineseDay(dayIn(matter.timeZone, matter.issuedAt)),
  ].join('\n');
}

function matterName({ ticketNumber, subject }: LetterMatter): string {
  return subject === '' ? `${ticketNumber}号保密诉求` : `${ticketNumber}号诉求“${subject}”`;
}
