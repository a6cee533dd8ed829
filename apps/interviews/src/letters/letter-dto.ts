import type { LetterDto } from './letter.dto.js';
import type { FormalLetter } from './letter.entity.js';

/** A letter as it is shown. */
export function letterDto({ id, kind, number, round, issuedAt, text }: FormalLetter): LetterDto {
  return { id, kind, number, round, issuedAt: issuedAt.toISOString(), text };
}
