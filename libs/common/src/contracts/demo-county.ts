/** The demo county's units: invented, with fixed ids so that every service's seeds agree. */
export const DEMO_UNITS = {
  hotline: '0190a000-0000-7000-8000-000000000001',
  commission: '0190a000-0000-7000-8000-000000000002',
  leadership: '0190a000-0000-7000-8000-000000000003',
  housing: '0190a000-0000-7000-8000-000000000011',
  labour: '0190a000-0000-7000-8000-000000000012',
  transport: '0190a000-0000-7000-8000-000000000013',
  environment: '0190a000-0000-7000-8000-000000000014',
  marketRegulation: '0190a000-0000-7000-8000-000000000015',
  education: '0190a000-0000-7000-8000-000000000016',
} as const;

/** The account of the demo county's volunteer, who is one of those that appointments keeps. */
export const DEMO_VOLUNTEER_ACCOUNT = '0190a000-0000-7000-8000-000000000109';
