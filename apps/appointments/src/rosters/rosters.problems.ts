import type { ProblemTexts } from '@app/common/http/problem.js';

export const ROSTERS_PROBLEMS: ProblemTexts = {};
