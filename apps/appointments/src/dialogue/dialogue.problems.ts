import type { ProblemTexts } from '@app/common/http/problem.js';

export const DIALOGUE_PROBLEMS: ProblemTexts = {};
