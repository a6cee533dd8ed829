/** Year (2 digits), sequence (at least 6), check digit (1). */
const TICKET_NUMBER = /^\d{9,20}$/;
const SEQUENCE_DIGITS = 6;

/**
 * The number of a ticket: `26` `000123` `7` = year of registration at the office, sequence of at least six digits, check
 * digit of ISO/IEC 7064 MOD 11,10, which catches every wrong digit and nearly every swap of two neighbours when a
 * number is read out on the telephone.
 * @param year four digits
 * @param sequence from the database's sequence, at least 1
 */
export function ticketNumber(year: number, sequence: bigint): string {
  const body = String(year % 100).padStart(2, '0') + String(sequence).padStart(SEQUENCE_DIGITS, '0');
  return body + checkDigit(body);
}

/** Whether a text can be a ticket number at all: digits with the right check digit. */
export function isTicketNumber(text: string): boolean {
  return TICKET_NUMBER.test(text) && checkDigit(text.slice(0, -1)) === text.at(-1);
}

/** The check digit of ISO/IEC 7064 MOD 11,10 for a string of digits. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
