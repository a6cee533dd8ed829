import { SESSION_NAMES } from '@app/common/calendar/calendar.js';
import type { Cell } from './domain/csv.js';
import type { FiguresRow } from './figures.dto.js';

/** The figures as a table with a line of headings; shares stay between 0 and 1, for the spreadsheet to format. */
export function figuresTable(rows: readonly FiguresRow[]): (readonly Cell[])[] {
  return [HEADINGS, ...rows.map(cells)];
}

const HEADINGS: readonly string[] = [
  '代码 Code',
  '名称 Name (zh)',
  '名称 Name (en)',
  '办理分钟 Minutes served',
  '开放分钟 Minutes open',
  '窗口利用率 Window use',
  ...SESSION_NAMES.flatMap((session) => [
    `${session} 预约分钟 Booked`,
    `${session} 可约分钟 Offered`,
    `${session} 预约率 Fill`,
  ]),
  '叫号数 Called',
  '等候中位数（分） Median wait (min)',
  '等候九成（分） P90 wait (min)',
  '应到 Due',
  '爽约 Missed',
  '爽约率 No-show rate',
  '到场人次 Came',
  '未能办理 Unserved',
  '未能办理占比 Unserved share',
  '办理人次 Served',
  '延时服务人次 Extended',
  '延时服务占比 Extended share',
  '预约数 Bookings',
  '提前中位数（小时） Median lead (h)',
  '提前九成（小时） P90 lead (h)',
];

function cells(row: FiguresRow): Cell[] {
  const { windowUse, sessions, wait, noShow, unserved, extended, leadTime } = row;
  return [
    row.key,
    row.nameZh,
    row.nameEn,
    windowUse.servedMinutes,
    windowUse.openMinutes,
    windowUse.share,
    ...SESSION_NAMES.flatMap((name) => {
      const fill = sessions.find(({ session }) => session === name);
      return [fill?.bookedMinutes ?? null, fill?.offeredMinutes ?? null, fill?.share ?? null];
    }),
    wait.called,
    wait.medianMinutes,
    wait.p90Minutes,
    noShow.due,
    noShow.missed,
    noShow.rate,
    unserved.came,
    unserved.unserved,
    unserved.share,
    extended.served,
    extended.extended,
    extended.share,
    leadTime.bookings,
    leadTime.medianHours,
    leadTime.p90Hours,
  ];
}
