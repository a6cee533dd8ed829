import type { ProblemTexts } from '@app/common/http/problem.js';

export const WAITLIST_PROBLEMS: ProblemTexts = {};
