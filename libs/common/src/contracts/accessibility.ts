/** What a site has for people who need it. */
export const ACCESSIBILITY = [
  'ramp',
  'lift',
  'wheelchair',
  'accessible-toilet',
  'parking',
  'tactile-paving',
  'sign-language',
  'hearing-loop',
] as const;
export type Accessibility = (typeof ACCESSIBILITY)[number];
