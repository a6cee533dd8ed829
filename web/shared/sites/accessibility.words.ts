import { defineWords } from '../i18n/words.js';

/** What a site has for people who need it, as citizens and staff both read it. */
export const accessibilityWords = defineWords(
  {
    'accessibility.ramp': '坡道',
    'accessibility.lift': '电梯',
    'accessibility.wheelchair': '轮椅',
    'accessibility.accessible-toilet': '无障碍卫生间',
    'accessibility.parking': '无障碍车位',
    'accessibility.tactile-paving': '盲道',
    'accessibility.sign-language': '手语服务',
    'accessibility.hearing-loop': '助听设备',
  },
  {
    'accessibility.ramp': 'ramp',
    'accessibility.lift': 'lift',
    'accessibility.wheelchair': 'wheelchairs',
    'accessibility.accessible-toilet': 'accessible toilet',
    'accessibility.parking': 'accessible parking',
    'accessibility.tactile-paving': 'tactile paving',
    'accessibility.sign-language': 'sign language',
    'accessibility.hearing-loop': 'hearing loop',
  },
);
