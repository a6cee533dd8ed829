import type { ProblemTexts } from '@app/common/http/problem.js';

export const CONTACT_REQUESTS_PROBLEMS: ProblemTexts = {};
