/** A formal letter (交办函, 催办通知书): numbered, dated, immutable once issued. */
export class LetterDto {
  id: string;
  kind: 'assignment' | 'reminder';
  number: string;
  round: number;
  issuedAt: string;
  text: string;
}
