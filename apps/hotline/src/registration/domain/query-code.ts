/** No vowel (no words), nothing that is read for something else: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
export const CODE_ALPHABET = '34679CDFGHJKMNPQRTVWXY';
export const CODE_LENGTH = 6;

/** Bytes from here on would make the first letters of the alphabet likelier than the last. */
const FAIR_BELOW = 256 - (256 % CODE_ALPHABET.length);

/**
 * The query code (查询码) a citizen needs besides the number: six characters, each as likely as any other.
 * @param randomBytes gives that many random bytes
 */
export function queryCode(randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < CODE_LENGTH) {
    for (const byte of randomBytes(CODE_LENGTH)) {
      if (byte < FAIR_BELOW && code.length < CODE_LENGTH) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    }
  }
  return code;
}

/** What is fingerprinted of a code: the same code under another number is another secret. */
export function codeSecret(number: string, code: string): string {
  return `query-code\n${number}\n${code}`;
}
