/**
 * The Content-Security-Policy of an answer: no inline script anywhere, nothing from elsewhere, in nobody's frame.
 * @param styles what may style the page besides nothing, e.g. `'self' 'nonce-…'`
 */
export function contentSecurityPolicy(styles: string): string {
  return [
    "default-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
