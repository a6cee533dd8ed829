import { dayIn } from '@app/common/calendar/zone.js';
import { chineseDay } from '../../days/office-date.js';
import type { ReportContent } from '../report.dto.js';

/** The summary a draft begins with, from its figures; the hotline's supervisor edits it. */
export function draftSummary({ from, to, figures: f, units }: ReportContent, timeZone: string): string {
  const first = chineseDay(dayIn(timeZone, new Date(from)));
  const last = chineseDay(dayIn(timeZone, new Date(Date.parse(to) - 1)));
  const sentences = [
    `${first}至${last}，新立约谈${f.opened}件，举行约谈${f.held}次，其中按期${f.heldInTime}次；纪委核实${f.verified}次，群众满意${f.satisfied}次，退回再次约谈${f.secondRounds}次；销号${f.closed}件，尚在办理${f.openAtEnd}件。`,
  ];
  if (f.overdue + f.yellowCards + f.redCards > 0) {
    const late = units.filter((unit) => unit.overdue > 0).map((unit) => unit.unitNameZh);
    const whose = late.length > 0 ? `（${late.join('、')}）` : '';
    sentences.push(`逾期未约谈${f.overdue}次${whose}，发黄牌${f.yellowCards}张、红牌${f.redCards}张。`);
  }
  return sentences.join('\n');
}
