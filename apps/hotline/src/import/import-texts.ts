import type { Language } from '@app/common/contracts/request-kind.js';
import type { RequestList } from './domain/request-list.js';
import type { BadRow, RowFault } from './domain/request-row.js';
import { REQUEST_COLUMNS } from './domain/request-row.js';
import type { SheetReport } from './import-file.js';

interface ImportTexts {
  readonly usage: string;
  readonly dryRun: string;
  readonly nothingKnown: string;
  readonly unreadable: (path: string) => string;
  readonly requests: (sheet: string, rows: number) => string;
  readonly categories: (sheet: string, rows: number) => string;
  readonly neither: (sheet: string, missing: string) => string;
  readonly counts: (counts: {
    added: number;
    replied: number;
    open: number;
    known: number;
    repeated: number;
    bad: number;
  }) => string;
  readonly categoryCounts: (counts: { added: number; repeated: number; bad: number }) => string;
  readonly badRow: (row: number, faults: string) => string;
  readonly repeatedRow: (row: number, firstRow: number) => string;
  readonly levelMissing: string;
  readonly fault: Readonly<Record<RowFault['fault'], (column: string, firstRow?: number) => string>>;
  readonly and: string;
}

export const IMPORT_TEXTS: Readonly<Record<Language, ImportTexts>> = {
  'zh-CN': {
    usage: `npm run import -- 文件.xlsx [--dry-run] [--source 名称] [--lang zh-CN|en]
  导入诉求及答复（${Object.values(REQUEST_COLUMNS).join('、')}）或三级分类（level1、level2、level3）；.xlsx 或 .csv。
  --dry-run  只检查并列出问题，不作任何更改
  --source   诉求来自哪个系统；同一系统内留言编号不重复（默认 web）
`,
    dryRun: '试运行：未作任何更改。',
    nothingKnown: '文件中没有诉求列表，也没有分类列表，未导入任何内容。',
    unreadable: (path) => `无法读取 ${path}：文件不存在，或不是 .xlsx、.csv 文件。`,
    requests: (sheet, rows) => `工作表“${sheet}”：诉求 ${rows} 行`,
    categories: (sheet, rows) => `工作表“${sheet}”：分类 ${rows} 行`,
    neither: (sheet, missing) => `工作表“${sheet}”：已跳过，不是诉求列表（缺少列：${missing}）`,
    counts: ({ added, replied, open, known, repeated, bad }) =>
      `  新增工单 ${added}（文件中已答复 ${replied}，待办 ${open}） 已在台账 ${known}  重复行 ${repeated}  错误行 ${bad}`,
    categoryCounts: ({ added, repeated, bad }) => `  新增分类 ${added}（含各级）  重复行 ${repeated}  错误行 ${bad}`,
    badRow: (row, faults) => `  第 ${row} 行未导入：${faults}`,
    repeatedRow: (row, firstRow) => `  第 ${row} 行与第 ${firstRow} 行相同，只计一件`,
    levelMissing: '有一级没有名称',
    fault: {
      missing: (column) => `缺少${column}`,
      'too-long': (column) => `${column}过长`,
      unreadable: (column) => `${column}不是有效的日期时间`,
      'in-future': (column) => `${column}晚于现在`,
      'before-request': (column) => `${column}早于留言时间`,
      'number-twice': (column, firstRow) => `${column}与第 ${firstRow} 行相同，内容却不同`,
    },
    and: '；',
  },
  en: {
    usage: `npm run import -- FILE.xlsx [--dry-run] [--source NAME] [--lang zh-CN|en]
  Imports requests with their replies (${Object.values(REQUEST_COLUMNS).join(' ')}) or the
  three-level categories (level1 level2 level3), from .xlsx or .csv.
  --dry-run  checks and lists what is wrong, changes nothing
  --source   the system the requests come from; in one system each number occurs once (default: web)
`,
    dryRun: 'Dry run: nothing was changed.',
    nothingKnown: 'The file holds neither a list of requests nor one of categories; nothing was imported.',
    unreadable: (path) => `Cannot read ${path}: it is not there, or neither an .xlsx nor a .csv file.`,
    requests: (sheet, rows) => `Sheet “${sheet}”: ${rows} rows of requests`,
    categories: (sheet, rows) => `Sheet “${sheet}”: ${rows} rows of categories`,
    neither: (sheet, missing) => `Sheet “${sheet}”: left out, no list of requests (columns missing: ${missing})`,
    counts: ({ added, replied, open, known, repeated, bad }) =>
      `  ${added} new tickets (in the file: ${replied} replied to, ${open} open), ${known} known already, ` +
      `${repeated} repeated rows, ${bad} bad rows`,
    categoryCounts: ({ added, repeated, bad }) =>
      `  ${added} new categories of all levels, ${repeated} repeated rows, ${bad} bad rows`,
    badRow: (row, faults) => `  Row ${row} was not imported: ${faults}`,
    repeatedRow: (row, firstRow) => `  Row ${row} is the same as row ${firstRow} and counts once`,
    levelMissing: 'a level has no name',
    fault: {
      missing: (column) => `${column} is missing`,
      'too-long': (column) => `${column} is too long`,
      unreadable: (column) => `${column} is no date and time`,
      'in-future': (column) => `${column} lies in the future`,
      'before-request': (column) => `${column} is earlier than the request`,
      'number-twice': (column, firstRow) => `${column} is that of row ${firstRow}, whose content is another`,
    },
    and: '; ',
  },
};

/** A report as lines for the terminal, every bad row with its reasons. */
export function reportLines(reports: readonly SheetReport[], language: Language): string[] {
  return reports.flatMap((report) => sheetLines(report, IMPORT_TEXTS[language]));
}

function sheetLines(report: SheetReport, texts: ImportTexts): string[] {
  if (report.holds === 'neither') return [texts.neither(report.sheet, report.missing.join(' '))];
  if (report.holds === 'requests') return requestLines(report.sheet, report.added, report.list, texts);
  const { paths, bad, repeated } = report.list;
  return [
    texts.categories(report.sheet, paths.length + bad.length + repeated.length),
    texts.categoryCounts({ added: report.added, repeated: repeated.length, bad: bad.length }),
    ...bad.map((row) => texts.badRow(row, texts.levelMissing)),
  ];
}

function requestLines(sheet: string, added: number, list: RequestList, texts: ImportTexts): string[] {
  const { requests, bad, repeated } = list;
  const replied = requests.filter(({ reply }) => reply !== null).length;
  const open = requests.length - replied;
  const known = requests.length - added;
  return [
    texts.requests(sheet, requests.length + bad.length + repeated.length),
    texts.counts({ added, replied, open, known, repeated: repeated.length, bad: bad.length }),
    ...bad.map((row) => texts.badRow(row.row, faultsOf(row, texts))),
    ...repeated.map(({ row, firstRow }) => texts.repeatedRow(row, firstRow)),
  ];
}

function faultsOf({ faults }: BadRow, texts: ImportTexts): string {
  return faults
    .map(({ column, fault, firstRow }) => texts.fault[fault](REQUEST_COLUMNS[column], firstRow))
    .join(texts.and);
}
