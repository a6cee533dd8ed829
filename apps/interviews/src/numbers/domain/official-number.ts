/** Series of official numbers; each counts from 1 every year, without gaps. */
export const SERIES = ['case', 'assignment', 'reminder', 'order', 'report'] as const;
export type Series = (typeof SERIES)[number];

/**
 * The official number as it is printed, e.g. 约谈〔2026〕0001号. Year in hexagonal brackets as in
 * 《党政机关公文格式》 GB/T 9704.
 */
export function officialNumber(series: Series, year: number, n: number): string {
  switch (series) {
    case 'case':
      return `约谈〔${year}〕${String(n).padStart(4, '0')}号`;
    case 'assignment':
      return `约谈交办〔${year}〕${n}号`;
    case 'reminder':
      return `约谈催办〔${year}〕${n}号`;
    case 'order':
      return `约谈督办〔${year}〕${n}号`;
    case 'report':
      return `〔${year}〕第${n}期`;
  }
}
