import type { ProblemTexts } from '@app/common/http/problem.js';

export const SCHEDULE_PROBLEMS: ProblemTexts = {};
