import type { ProblemTexts } from '@app/common/http/problem.js';

export const BOOKINGS_PROBLEMS: ProblemTexts = {};
