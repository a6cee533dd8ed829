/** No vowel (no words), nothing that is read for something else: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
export const CODE_ALPHABET = '34679CDFGHJKMNPQRTVWXY';

/** Bytes from here on would make the first letters of the alphabet likelier than the last. */
const FAIR_BELOW = 256 - (256 % CODE_ALPHABET.length);

/**
 * A code people read from a screen and say over the telephone, each character as likely as any other.
 * @param length in characters; each is worth about 4.5 bits
 * @param randomBytes gives that many random bytes
 */
export function randomCode(length: number, randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < FAIR_BELOW && code.length < length) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    }
  }
  return code;
}
