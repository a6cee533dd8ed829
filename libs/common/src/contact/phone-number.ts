/** Mainland mobile numbers: 11 digits from 13 to 19. */
const MOBILE = /^1[3-9]\d{9}$/;
/** Mainland landline numbers with their area code (0571…, 010…). */
const LANDLINE = /^0\d{9,11}$/;
/** The same as written after +86: without the 0 before the area code. */
const LANDLINE_ABROAD = /^(?:(?:10|2\d)\d{8}|[3-9]\d{9,10})$/;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

/**
 * A phone number as the network writes it (E.164, `+8613812345678`), so that the same phone is recognised however it
 * was typed or copied: full-width digits, spaces, dashes, brackets and invisible marks are taken away, a number without
 * `+` is a Chinese one.
 * @returns null when it cannot be a phone number
 */
export function toE164(typed: string): string | null {
  const number = typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\-‐-―()·.]/gu, '')
    .replace(/^00/, '+');
  if (number.startsWith('+86')) {
    const rest = number.slice(3);
    return LANDLINE_ABROAD.test(rest) ? `+86${rest}` : toE164(rest);
  }
  // Address books show it so: 86 138 1234 5678.
  if (number.startsWith('86') && MOBILE.test(number.slice(2))) return `+${number}`;
  if (INTERNATIONAL.test(number)) return number;
  if (MOBILE.test(number)) return `+86${number}`;
  return LANDLINE.test(number) ? `+86${number.slice(1)}` : null;
}

/** An E.164 number the way people of the place write it: `13812345678`, `057188886666`, foreign ones unchanged. */
export function nationalNumber(e164: string): string {
  if (!e164.startsWith('+86')) return e164;
  const rest = e164.slice(3);
  return MOBILE.test(rest) ? rest : `0${rest}`;
}

/** As `toE164`, for a number that text messages shall go to; null also where it can receive none. */
export function toTextNumber(typed: string): string | null {
  const e164 = toE164(typed);
  return e164 !== null && receivesText(e164) ? e164 : null;
}

/** Whether the number can receive text messages: every one but a mainland landline. */
export function receivesText(e164: string): boolean {
  return !e164.startsWith('+86') || MOBILE.test(e164.slice(3));
}
