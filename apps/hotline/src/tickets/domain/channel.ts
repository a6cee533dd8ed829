/** How a request reached us (domain.md §2, Channels): 电话, 来信, 来访, 网络, 短信, 社交账号. */
export const CHANNELS = ['telephone', 'letter', 'visit', 'web', 'sms', 'social'] as const;
export type Channel = (typeof CHANNELS)[number];
