import type { Language, RequestKind } from '@app/common/contracts/request-kind.js';
import type { Timeliness, TimelinessReport } from './domain/timeliness.js';

interface TimelinessTexts {
  readonly usage: string;
  readonly title: (replies: number) => string;
  readonly byKind: string;
  readonly byLimit: string;
  readonly headings: readonly string[];
  readonly kinds: Readonly<Record<RequestKind, string>>;
  readonly all: string;
  readonly days: (count: number) => string;
  readonly notes: readonly string[];
  readonly none: string;
  readonly outside: (count: number) => string;
  readonly outsideRow: (number: string, year: number) => string;
}

const TEXTS: Readonly<Record<Language, TimelinessTexts>> = {
  'zh-CN': {
    usage: `npm run report:timeliness -- [--json] [--lang zh-CN|en]
  按标准办理时限统计已答复诉求：按期件数、应发黄牌和红牌、所用工作日。
  --json  以 JSON 输出
`,
    title: (replies) => `答复时效：已答复诉求 ${replies} 件`,
    byKind: '按类别（各按其标准时限）',
    byLimit: '全部诉求逐一按各标准时限',
    headings: ['', '时限', '件数', '按期', '按期率', '黄牌', '红牌', '中位数', '九成以内', '最长'],
    kinds: {
      consultation: '咨询',
      help: '求助',
      complaint: '投诉',
      report: '举报',
      suggestion: '建议',
      praise: '表扬',
    },
    all: '合计',
    days: (count) => `${count} 日`,
    notes: [
      '时限与用时均为工作日，含调休上班日；开始当日不计，届满日下班时（最后一个工作时段结束）为止。',
      '自交办起算；没有交办记录的（如导入的历史诉求）自留言起算。黄牌：届满前 1 个工作日仍未答复；红牌：届满仍未答复，红牌件在此前也记黄牌。',
      '导入的诉求没有类别，按主题用语判断。',
    ],
    none: '还没有已答复的诉求。',
    outside: (count) => `另有 ${count} 件涉及没有工作日历的年份，未计入以上各数：`,
    outsideRow: (number, year) => `  ${number}（${year} 年）`,
  },
  en: {
    usage: `npm run report:timeliness -- [--json] [--lang zh-CN|en]
  Replies against the standard limits: how many were in time, the yellow and red cards there would have been, the
  working days they took.
  --json  as JSON
`,
    title: (replies) => `Timeliness: ${replies} requests replied to`,
    byKind: 'By kind, each against its standard limit',
    byLimit: 'All requests against each of the standard limits',
    headings: ['', 'limit', 'replies', 'in time', 'share', 'yellow', 'red', 'median', 'p90', 'worst'],
    kinds: {
      consultation: 'consultation',
      help: 'help',
      complaint: 'complaint',
      report: 'report of misconduct',
      suggestion: 'suggestion',
      praise: 'praise',
    },
    all: 'all',
    days: (count) => `${count} d`,
    notes: [
      'Limits and durations in working days, make-up days included; the day of the start is not counted, and a limit ends when work ends on its last day.',
      'Counted from dispatch, or from when the request came in where no dispatch is known (imported history). Yellow: no reply one working day before the end; red: none at the end. A red card was yellow before.',
      'Imported requests have no kind of their own: it is read from the words of the subject.',
    ],
    none: 'No request has been replied to yet.',
    outside: (count) => `${count} more touch a year without a working calendar and are in none of these figures:`,
    outsideRow: (number, year) => `  ${number} (${year})`,
  },
};

export function timelinessUsage(language: Language): string {
  return TEXTS[language].usage;
}

/** The report as lines for the terminal. */
export function timelinessLines(report: TimelinessReport, language: Language): string[] {
  const texts = TEXTS[language];
  if (report.all.replies + report.outsideCalendar.length === 0) return [texts.none];
  const byKind = report.byKind.map(({ kind, limitDays, figures }) =>
    cells(texts.kinds[kind], texts.days(limitDays), figures),
  );
  const byLimit = report.byLimit.map(({ limitDays, figures }) => cells(texts.all, texts.days(limitDays), figures));
  const outside = report.outsideCalendar;
  return [
    texts.title(report.all.replies),
    '',
    texts.byKind,
    ...table([texts.headings, ...byKind, cells(texts.all, '', report.all)]),
    '',
    texts.byLimit,
    ...table([texts.headings, ...byLimit]),
    '',
    ...texts.notes,
    ...(outside.length > 0 ? ['', texts.outside(outside.length)] : []),
    ...outside.map(({ number, year }) => texts.outsideRow(number, year)),
  ];
}

function cells(name: string, limit: string, { replies, inTime, yellow, red, workingDays }: Timeliness): string[] {
  const share = replies === 0 ? '' : `${((inTime / replies) * 100).toFixed(1)} %`;
  const { median = '', p90 = '', worst = '' } = workingDays ?? {};
  return [name, limit, ...[replies, inTime, share, yellow, red, median, p90, worst].map(String)];
}

/** Chinese characters and full-width marks take two places of a terminal's line. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const GAP = '  ';

function width(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column === 0 ? cell + padding : padding + cell;
      })
      .join(GAP)
      .trimEnd(),
  );
}
