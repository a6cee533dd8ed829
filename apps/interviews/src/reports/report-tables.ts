import { dayIn } from '@app/common/calendar/zone.js';
import { AlignmentType, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { chineseDay } from '../days/office-date.js';
import type { ReportCaseLine, ReportContent } from './report.dto.js';
import { FANG_SONG, HEI_TI, line, lines, mm, SIZE, TEXT_WIDTH } from './report-layout.js';
import { KIND_WORDS, OUTCOME_WORDS, STATE_WORDS } from './report-words.js';

/** Room between a cell's border and its words: rows of single digits stay rows, and four words fit a narrow column. */
const CELL_MARGINS = { top: mm(0.8), bottom: mm(0.8), left: mm(1), right: mm(1) };
const HEAD = { font: HEI_TI, alignment: AlignmentType.CENTER };
const FIGURE = { font: FANG_SONG, alignment: AlignmentType.CENTER };
const PROSE = { font: FANG_SONG, alignment: AlignmentType.LEFT };
type CellStyle = typeof HEAD | typeof FIGURE | typeof PROSE;
type Cells = readonly (string | number)[];
/** How the cells of a row look; the last one is that of all further cells. */
type RowStyle = readonly [CellStyle, ...CellStyle[]];

export function figuresTable({ figures: f }: ReportContent): Table {
  const widths = columns([1, 1, 1, 1, 1, 1]);
  return table(widths, [
    row(['新立', '举行约谈', '其中按期', '核实', '满意', '再次约谈'], widths, [HEAD]),
    row([f.opened, f.held, f.heldInTime, f.verified, f.satisfied, f.secondRounds], widths, [FIGURE]),
    row(['逾期', '黄牌', '红牌', '环节超时', '销号', '在办'], widths, [HEAD]),
    row([f.overdue, f.yellowCards, f.redCards, f.breaches, f.closed, f.openAtEnd], widths, [FIGURE]),
  ]);
}

export function unitsTable({ units }: ReportContent): Table {
  const widths = columns([40, 15, 15, 15, 15, 15, 15, 26]);
  const head = ['单位', '新立', '举行', '按期', '核实', '满意', '逾期', '黄牌/红牌'];
  const figures = units.map((u) => [
    u.unitNameZh,
    u.opened,
    u.held,
    u.heldInTime,
    u.verified,
    u.satisfied,
    u.overdue,
    `${u.yellowCards}/${u.redCards}`,
  ]);
  return table(widths, [heading(head, widths), ...figures.map((cells) => row(cells, widths, [PROSE, FIGURE]))]);
}

export function casesTable({ cases }: ReportContent, timeZone: string): Table {
  const widths = columns([39, 25, 31, 20, 19, 20]);
  const head = ['编号', '单位', '事项', '进展', '约谈时间', '结果'];
  const lists = cases.map((item) => [
    `${item.caseNumber}\n${item.ticketNumber}`,
    item.unitNameZh,
    `〔${KIND_WORDS[item.kind] ?? item.kind}〕${item.subject ?? '保密事项'}`,
    progressWords(item),
    // The year on a line of its own: a day is not broken in its middle.
    item.heldAt === null ? '—' : chineseDay(dayIn(timeZone, new Date(item.heldAt))).replace('年', '年\n'),
    resultWords(item),
  ]);
  const style: RowStyle = [FIGURE, PROSE, PROSE, FIGURE];
  return table(widths, [heading(head, widths), ...lists.map((cells) => row(cells, widths, style))]);
}

function progressWords(item: ReportCaseLine): string {
  const state = STATE_WORDS[item.state as keyof typeof STATE_WORDS] ?? item.state;
  const round = item.round > 1 ? `第${item.round}次约谈` : '';
  const tier = item.tier === 3 ? '领导督办' : item.tier === 2 ? '纪委督办' : '';
  return [state, round, tier].filter((word) => word !== '').join('\n');
}

function resultWords({ outcome, satisfied }: ReportCaseLine): string {
  const verified = satisfied === null ? '' : satisfied ? '群众满意' : '群众不满意';
  const talked = outcome === null ? '' : (OUTCOME_WORDS[outcome as keyof typeof OUTCOME_WORDS] ?? outcome);
  return [talked, verified].filter((word) => word !== '').join('\n') || '—';
}

/** Columns that share the width of the text, in twips. */
function columns(weights: readonly number[]): number[] {
  const unit = TEXT_WIDTH / weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor(weight * unit));
}

function table(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths, margins: CELL_MARGINS, rows });
}

/** The row that is repeated on each page. */
function heading(cells: Cells, widths: readonly number[]): TableRow {
  return row(cells, widths, [HEAD], true);
}

function row(cells: Cells, widths: readonly number[], style: RowStyle, tableHeader = false): TableRow {
  const children = cells.map((cell, i) => tableCell(String(cell), widths[i] ?? 0, style[i] ?? style.at(-1) ?? FIGURE));
  return new TableRow({ tableHeader, cantSplit: true, children });
}

function tableCell(text: string, width: number, { font, alignment }: CellStyle): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text
      .split('\n')
      .map((words) => line(words, { run: { font, size: SIZE.table }, paragraph: { alignment, spacing: lines(16) } })),
  });
}
