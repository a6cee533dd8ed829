import type { ReactNode } from 'react';

/** The icons of the suite: strokes on a 24-unit grid, in the colour of the text beside them. */
const SHAPES = {
  alert: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5v6m0 2.5v.5" />,
  arrowLeft: <path d="M19 12H5m6-6-6 6 6 6" />,
  arrowRight: <path d="M5 12h14m-6-6 6 6-6 6" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />,
  calendar: <path d="M4 6.5h16v13H4zM4 10.5h16M8 4v4m8-4v4" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  checkCircle: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.2 2.8 2.8L16 9.6" />,
  chevronDown: <path d="m6 9 6 6 6-6" />,
  chevronRight: <path d="m9 6 6 6-6 6" />,
  circle: <path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z" />,
  clock: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3 2" />,
  document: <path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6m-6 4h6" />,
  download: <path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14" />,
  edit: <path d="M4.5 19.5h4l10-10-4-4-10 10zm8-12 4 4" />,
  globe: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18Z" />,
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5.5m0-9v.5" />,
  letter: <path d="M3.5 6h17v12.5h-17zM3.5 6.5l8.5 6.5 8.5-6.5" />,
  lock: <path d="M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />,
  message: <path d="M4 5h16v11.5h-9L7 20v-3.5H4z" />,
  near: <path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 6 8 11v6H8v-6c0-5 8-6 8-11z" />,
  over: <path d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.5v.5" />,
  pause: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM10 9v6m4-6v6" />,
  people: (
    <path d="M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm-6 14c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5m1-13.5a3 3 0 0 1 0 5.5m2 3c2 .8 3 2.5 3 5" />
  ),
  phone: (
    <path d="M6.5 4h3l1.5 4-2 1.7a11 11 0 0 0 5.3 5.3L16 13l4 1.5v3c0 1.2-1 2.1-2.2 2C10.5 19 5 13.5 4.5 6.2 4.4 5 5.3 4 6.5 4Z" />
  ),
  place: (
    <path d="M12 21c4.5-5 7-8.3 7-11.5a7 7 0 0 0-14 0C5 12.7 7.5 16 12 21Zm0-14a2.6 2.6 0 1 0 0 5.2A2.6 2.6 0 0 0 12 7Z" />
  ),
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.7 11.2L20.5 20.5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  refresh: <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9m0-5v5h-5" />,
  signOut: <path d="M10 4.5H5v15h5M9.5 12H20m-4-4 4 4-4 4" />,
  star: <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z" />,
  text: <path d="M4 18.5 8.5 6h1L14 18.5M5.5 14.5h7M15.5 18.5 18 11h.5l2.5 7.5M16.4 16h3.7" />,
  user: <path d="M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 20c0-4 3-6 7-6s7 2 7 6" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** An icon never speaks for itself: the word stands beside it, so it is hidden from screen readers. */
export function Icon({ name, size = '1.25em' }: { name: IconName; size?: string | number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
