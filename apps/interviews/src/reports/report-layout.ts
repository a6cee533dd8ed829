import { LineRuleType, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';

/** Page and type of 《党政机关公文格式》 (GB/T 9704): A4, 37/28 mm margins, 3号仿宋 at 28 pt. */
const TWIPS_PER_MM = 1440 / 25.4;
export const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
};
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
/** Half-points. */
export const SIZE = { head: 84, title: 44, text: 32, table: 21, small: 28 };
const LATIN = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
export const FANG_SONG = { ...LATIN, eastAsia: 'FangSong' };
export const HEI_TI = { ...LATIN, eastAsia: 'SimHei' };
export const KAI_TI = { ...LATIN, eastAsia: 'KaiTi' };
export const TITLE_FONT = { ...LATIN, eastAsia: 'FZXiaoBiaoSong-B05S' };

/** A paragraph of one run. */
export function line(
  text: string,
  { run, paragraph }: { run?: IRunOptions; paragraph?: IParagraphOptions } = {},
): Paragraph {
  return new Paragraph({ ...paragraph, children: [new TextRun({ ...run, text })] });
}

/** Exact line spacing in points. */
export function lines(points: number) {
  return { line: points * 20, lineRule: LineRuleType.EXACT };
}
