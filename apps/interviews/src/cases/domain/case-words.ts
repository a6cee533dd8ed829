/** Class of a plan (domain.md §4, 三步之方案): 能办到的, 办不到的, 不合理的. It decides the talk. */
export const PLAN_CLASSES = ['can_be_done', 'cannot_be_done', 'unreasonable'] as const;
export type PlanClass = (typeof PLAN_CLASSES)[number];

/** How a talk ended: 已解决, 已解释清楚, 取得理解, 未化解. */
export const OUTCOMES = ['resolved', 'explained', 'understanding', 'unresolved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a volunteer cannot join a talk any more: they have left, or give other hours. */
export type VolunteerLostWhy = 'left' | 'hours';

/** How the commission verified: by telephone (电话回访) or on the spot (实地核查). */
export const VERIFICATION_METHODS = ['phone', 'on_spot'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];
