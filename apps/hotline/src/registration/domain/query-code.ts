import { randomCode } from '@app/common/confidential/random-code.js';

export const CODE_LENGTH = 6;

/**
 * The query code (查询码) a citizen needs besides the number: six characters.
 * @param randomBytes gives that many random bytes
 */
export function queryCode(randomBytes: (count: number) => Uint8Array): string {
  return randomCode(CODE_LENGTH, randomBytes);
}

/** What is fingerprinted of a code: the same code under another number is another secret. */
export function codeSecret(number: string, code: string): string {
  return `query-code\n${number}\n${code}`;
}
