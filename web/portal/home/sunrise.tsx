/** The morning behind the counter: the one place where the portal is allowed to shine. Decorative. */
export function Sunrise() {
  return (
    <svg className="sunrise" viewBox="0 0 240 120" aria-hidden="true" focusable="false">
      <g stroke="var(--sun)" strokeWidth="5" strokeLinecap="round">
        <path d="M120 8v22M61 27l11 18M179 27l-11 18M22 68l19 9M218 68l-19 9" />
      </g>
      <path d="M68 114a52 52 0 0 1 104 0z" fill="var(--sun)" />
      <path d="M6 116h228" stroke="var(--brand)" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}
