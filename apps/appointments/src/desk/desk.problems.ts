import type { ProblemTexts } from '@app/common/http/problem.js';

export const DESK_PROBLEMS: ProblemTexts = {};
