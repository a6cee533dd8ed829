import { dayIn } from '@app/common/calendar/zone.js';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { chineseDay } from '../days/office-date.js';
import type { ReportContent } from './report.dto.js';
import type { WeeklyReport } from './report.entity.js';
import { FANG_SONG, HEI_TI, KAI_TI, line, lines, PAGE, SIZE, TEXT_WIDTH, TITLE_FONT } from './report-layout.js';
import { casesTable, figuresTable, unitsTable } from './report-tables.js';
import { REPORT_TITLE } from './report-view.js';

const RED = 'D7000F';
/** Without it a word processor that lacks these fonts takes Japanese forms of the characters. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' };

/** The report as a Word document, in the form of an official bulletin with a red header (红头). */
export async function reportDocument(report: WeeklyReport, timeZone: string): Promise<Buffer> {
  const { content } = report;
  const day = chineseDay(dayIn(timeZone, report.signedOffAt ?? report.draftedAt));
  const document = new Document({
    title: `${REPORT_TITLE}${report.number ?? ''}`,
    creator: '阳光热线',
    styles: {
      default: {
        document: { run: { font: FANG_SONG, size: SIZE.text, language: LANGUAGE }, paragraph: { spacing: lines(28) } },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumbers() },
        children: [
          ...redHeader(report.number ?? '（草稿）', day),
          line('群众约谈工作情况', {
            run: { font: TITLE_FONT, size: SIZE.title },
            paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 400, ...lines(36) } },
          }),
          line(`（${period(content, timeZone)}）`, {
            run: { font: KAI_TI },
            paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 400, ...lines(28) } },
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

function period({ from, to }: ReportContent, timeZone: string): string {
  const last = new Date(Date.parse(to) - 1);
  return `${chineseDay(dayIn(timeZone, new Date(from)))}至${chineseDay(dayIn(timeZone, last))}`;
}

function heading(text: string): Paragraph {
  return line(text, {
    run: { font: HEI_TI },
    paragraph: { spacing: { before: 240, after: 120, ...lines(28) }, keepNext: true, outlineLevel: 0 },
  });
}

function indented(text: string): Paragraph {
  return line(text, { paragraph: { indent: { firstLine: SIZE.text * 20 }, alignment: AlignmentType.BOTH } });
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
