/** Kinds of request (domain.md §2): 咨询, 求助, 投诉, 举报, 建议, 表扬. */
export const REQUEST_KINDS = ['consultation', 'help', 'complaint', 'report', 'suggestion', 'praise'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The interface languages, the original first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
