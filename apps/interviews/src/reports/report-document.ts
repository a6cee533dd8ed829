import { dayIn } from '@app/common/calendar/zone.js';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { chineseDay } from '../days/office-date.js';
import type { ReportCaseLine, ReportContent } from './report.dto.js';
import type { WeeklyReport } from './report.entity.js';
import { REPORT_TITLE } from './report-view.js';
import { KIND_WORDS, OUTCOME_WORDS, STATE_WORDS } from './report-words.js';

/** Page and type of 《党政机关公文格式》 (GB/T 9704): A4, 37/28 mm margins, 3号仿宋 at 28 pt. */
const TWIPS_PER_MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
};
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
/** Half-points. */
const SIZE = { head: 84, title: 44, text: 32, table: 21, small: 28 };
const RED = 'D7000F';
const FANG_SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'FangSong' };
const HEI_TI = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimHei' };
const TITLE_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'FZXiaoBiaoSong-B05S' };

/** The report as a Word document, in the form of an official bulletin with a red header (红头). */
export async function reportDocument(report: WeeklyReport, timeZone: string): Promise<Buffer> {
  const { content } = report;
  const day = chineseDay(dayIn(timeZone, report.signedOffAt ?? report.draftedAt));
  const document = new Document({
    title: `${REPORT_TITLE}${report.number ?? ''}`,
    creator: '阳光热线',
    styles: {
      default: { document: { run: { font: FANG_SONG, size: SIZE.text }, paragraph: { spacing: lines(28) } } },
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumbers() },
        children: [
          ...redHeader(report.number ?? '（草稿）', day),
          line(`群众约谈工作情况（${period(content, timeZone)}）`, {
            run: { font: TITLE_FONT, size: SIZE.title },
            paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 400, after: 400, ...lines(36) } },
          }),
          ...report.summary.split('\n').map(indented),
          heading('一、本期数据'),
          figuresTable(content),
          heading('二、各单位情况'),
          content.units.length > 0 ? unitsTable(content) : indented('本期各单位无约谈事项。'),
          heading('三、约谈事项'),
          content.cases.length > 0 ? casesTable(content, timeZone) : indented('本期无约谈事项。'),
          ...distribution(day),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function redHeader(number: string, day: string): Paragraph[] {
  const red = { color: RED };
  return [
    line(REPORT_TITLE, {
      run: { font: TITLE_FONT, size: SIZE.head, bold: true, ...red },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200, ...lines(56) } },
    }),
    line(number, { paragraph: { alignment: AlignmentType.CENTER } }),
    line(`阳光热线\t${day}`, {
      paragraph: {
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 4, ...red } },
      },
    }),
  ];
}

/** Whom it is for: 报 to those above, 送 to those beside and below. */
function distribution(day: string): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 8, space: 2, color: '000000' };
  const small = { run: { size: SIZE.small } };
  return [
    line('报：县委、县政府领导。', {
      ...small,
      paragraph: { spacing: { before: 800, ...lines(24) }, border: { top: rule } },
    }),
    line('送：县纪委监委，各承办单位。', { ...small, paragraph: { spacing: lines(24) } }),
    line(`阳光热线\t${day}印发`, {
      ...small,
      paragraph: {
        spacing: lines(24),
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        border: { top: rule, bottom: rule },
      },
    }),
  ];
}

function figuresTable({ figures: f }: ReportContent): Table {
  return table(
    [1, 1, 1, 1, 1, 1],
    ['新立', '举行约谈', '其中按期', '核实', '满意', '再次约谈'],
    [
      [f.opened, f.held, f.heldInTime, f.verified, f.satisfied, f.secondRounds],
      ['逾期', '黄牌', '红牌', '热线环节超时', '销号', '在办'],
      [f.overdue, f.yellowCards, f.redCards, f.breaches, f.closed, f.openAtEnd],
    ],
  );
}

function unitsTable({ units }: ReportContent): Table {
  return table(
    [3, 1, 1, 1, 1, 1, 1, 1],
    ['单位', '新立', '举行', '按期', '核实', '满意', '逾期', '黄/红牌'],
    units.map((u) => [
      u.unitNameZh,
      u.opened,
      u.held,
      u.heldInTime,
      u.verified,
      u.satisfied,
      u.overdue,
      `${u.yellowCards}/${u.redCards}`,
    ]),
  );
}

function casesTable({ cases }: ReportContent, timeZone: string): Table {
  return table(
    [3, 2, 3, 2, 2, 2],
    ['编号', '单位', '事项', '进展', '约谈时间', '结果'],
    cases.map((item) => [
      `${item.caseNumber}\n${item.ticketNumber}`,
      item.unitNameZh,
      `〔${KIND_WORDS[item.kind] ?? item.kind}〕${item.subject ?? '保密事项'}`,
      progressWords(item),
      item.heldAt === null ? '—' : chineseDay(dayIn(timeZone, new Date(item.heldAt))),
      resultWords(item),
    ]),
  );
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

function period({ from, to }: ReportContent, timeZone: string): string {
  const last = new Date(Date.parse(to) - 1);
  return `${chineseDay(dayIn(timeZone, new Date(from)))}至${chineseDay(dayIn(timeZone, last))}`;
}

function heading(text: string): Paragraph {
  return line(text, {
    run: { font: HEI_TI },
    paragraph: { spacing: { before: 240, after: 120, ...lines(28) }, keepNext: true },
  });
}

function indented(text: string): Paragraph {
  return line(text, { paragraph: { indent: { firstLine: SIZE.text * 20 }, alignment: AlignmentType.BOTH } });
}

function line(text: string, { run, paragraph }: { run?: IRunOptions; paragraph?: IParagraphOptions } = {}): Paragraph {
  return new Paragraph({ ...paragraph, children: [new TextRun({ ...run, text })] });
}

function table(
  weights: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Table {
  const unit = TEXT_WIDTH / weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor(weight * unit));
  const row = (cells: readonly (string | number)[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, i) => tableCell(String(cell), widths[i] ?? 0, isHead)),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function tableCell(text: string, width: number, isHead: boolean): TableCell {
  const font = isHead ? HEI_TI : FANG_SONG;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map((words) =>
      line(words, {
        run: { font, size: SIZE.table },
        paragraph: { alignment: AlignmentType.CENTER, spacing: lines(16) },
      }),
    ),
  });
}

function pageNumbers(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: SIZE.small, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** Exact line spacing in points. */
function lines(points: number) {
  return { line: points * 20, lineRule: LineRuleType.EXACT };
}
