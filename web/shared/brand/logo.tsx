/** The sunline mark: the sun half over the line of the horizon. Decorative; the name stands beside it. */
export function Logo({ size = 32 }: { size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M7.5 21a8.5 8.5 0 0 1 17 0z" fill="var(--sun)" />
      <g stroke="var(--sun)" strokeWidth="2.2" strokeLinecap="round">
        <path d="M16 5v3.2M5.7 10.7l2.3 2.3M26.3 10.7 24 13" />
      </g>
      <path d="M3 21h26M8 26h16" stroke="var(--brand)" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
