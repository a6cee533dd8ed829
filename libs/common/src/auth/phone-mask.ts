/**
 * A phone number as staff may see it (domain.md §1): `13812345678` → `138****5678`. Of shorter numbers the last four
 * digits are shown, of very short ones none.
 */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, -8)}****${phone.slice(-4)}`;
  if (phone.length >= 7) return `****${phone.slice(-4)}`;
  return '****';
}
