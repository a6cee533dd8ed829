import type { RequestKind } from '@app/common/contracts/request-kind.js';

/** The first that fits decides: what a citizen calls the message comes before what it asks for. */
const WORDS: readonly (readonly [RequestKind, RegExp])[] = [
  ['complaint', /投诉|举报|控诉|曝光/u],
  ['suggestion', /建议|提议|倡议/u],
  ['consultation', /咨询|请问|想问|询问|了解一下|[?？]\s*$|[吗么呢]\s*$|如何|何时|什么时候|是否/u],
  ['praise', /表扬|点赞|致谢|感谢信/u],
];

/**
 * The kind of a request whose list does not say it, by the words of its subject; 求助 where none fits, as the wide
 * majority of such messages ask for something to be done.
 *
 * Never 举报: that kind is confidential (domain.md §2), and what is imported was sent openly. Who writes "举报" over
 * an open message makes a complaint.
 */
export function kindByWords(subject: string): RequestKind {
  return WORDS.find(([, words]) => words.test(subject))?.[0] ?? 'help';
}
