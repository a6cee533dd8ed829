import type { ProblemTexts } from '@app/common/http/problem.js';

export const SLOTS_PROBLEMS: ProblemTexts = {};
