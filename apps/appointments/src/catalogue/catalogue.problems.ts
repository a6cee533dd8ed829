import type { ProblemTexts } from '@app/common/http/problem.js';

export const CATALOGUE_PROBLEMS: ProblemTexts = {};
