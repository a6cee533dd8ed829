import { BUSINESS_ITEMS } from './items-business.js';
import { HOUSEHOLD_ITEMS } from './items-household.js';
import { CIVIL_ITEMS, LIFE_ITEMS } from './items-life.js';
import { PROPERTY_ITEMS } from './items-property.js';
import { MEDICAL_ITEMS, SOCIAL_ITEMS } from './items-social.js';
import type { DemoItem } from './item.js';

/** Forty service items of the demo county. Laws are real in form; what is promised is invented. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  ...HOUSEHOLD_ITEMS,
  ...SOCIAL_ITEMS,
  ...MEDICAL_ITEMS,
  ...PROPERTY_ITEMS,
  ...BUSINESS_ITEMS,
  ...CIVIL_ITEMS,
  ...LIFE_ITEMS,
];
