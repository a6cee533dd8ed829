const MAINLAND_MOBILE = /^1\d{10}$/;
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * The number as a provider takes it (E.164). A mainland mobile number is kept without its country code everywhere else
 * in the suite; numbers of other countries keep theirs.
 * @param phone `13812345678` or `+85261234567`, blanks and hyphens allowed
 * @returns null if it is no number that can get a text message
 */
export function toE164(phone: string): string | null {
  const digits = phone.normalize('NFKC').replace(/[\s()-]/g, '');
  if (MAINLAND_MOBILE.test(digits)) return `+86${digits}`;
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
  return E164.test(international) ? international : null;
}

/** The number as the suite keeps it: `+8613812345678` becomes `13812345678`. */
export function fromE164(phone: string): string {
  const national = phone.startsWith('+86') ? phone.slice(3) : '';
  return MAINLAND_MOBILE.test(national) ? national : phone;
}
