import type { ProblemTexts } from '@app/common/http/problem.js';

export const FIGURES_PROBLEMS: ProblemTexts = {};
