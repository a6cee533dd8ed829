import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Sheet } from './domain/sheet.js';

/** The file is none that can be read: not there, not a spreadsheet, damaged. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly path: string,
    options: ErrorOptions,
  ) {
    super(`Cannot read ${path}`, options);
  }
}

/**
 * The sheets of an .xlsx file, or the one of a .csv file, every cell as text. The one place that knows the
 * spreadsheet library.
 *
 * The file is read whole: the library's streaming reader decodes each chunk of bytes by itself and so destroys every
 * Chinese character that lies across two of them. 20 MiB, the most an upload may have, fit into memory.
 * @throws UnreadableFile
 */
export async function readSheets(path: string): Promise<Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    if (extname(path).toLowerCase() === '.csv') {
      const text = Readable.from([decode(await readFile(path))]);
      await workbook.csv.read(text, { map: (value: unknown) => value });
    } else {
      await workbook.xlsx.readFile(path);
    }
  } catch (cause) {
    throw new UnreadableFile(path, { cause });
  }
  return workbook.worksheets.map((worksheet) => {
    const rows: Sheet['rows'][number][] = [];
    worksheet.eachRow((row, number) => {
      const cells = Array.from({ length: row.cellCount }, (_, index) => textOf(row.getCell(index + 1).value));
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: number, cells });
    });
    return { name: worksheet.name, rows };
  });
}

/** CSV does not say how it is encoded: UTF-8 where the bytes are that, else what Chinese spreadsheets save. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return wallClock(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('result' in value) return textOf(value.result);
  if ('text' in value) return textOf(value.text);
  return '';
}

/** A date cell holds a wall clock without a zone; the library hands it over as if it were UTC. */
function wallClock(date: Date): string {
  const toTheSecond = new Date(Math.round(date.getTime() / 1000) * 1000);
  return toTheSecond.toISOString().slice(0, 19).replace('T', ' ');
}
