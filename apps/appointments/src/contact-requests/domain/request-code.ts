const CODE = /^Q[0-9A-Z]{9}$/;

/** The code of a request as somebody has typed it; null where it can be none. */
export function requestCode(typed: string): string | null {
  const code = typed.normalize('NFKC').trim().toUpperCase();
  return CODE.test(code) ? code : null;
}
