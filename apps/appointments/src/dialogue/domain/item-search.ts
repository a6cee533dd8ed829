/** Patterns of SQL's LIKE for a citizen's word for a service. */
export interface ItemPatterns {
  /** The word as it is written, anywhere in a name. */
  readonly exactly: string;
  /** Its parts in their order, with anything between them; finds all that `exactly` finds. */
  readonly loosely: string;
}

/**
 * How the services are found that a citizen means. People shorten the names: 社保卡 is a 社会保障卡, 低保 the
 * 最低生活保障, “id card” an identity card. So the characters of a Chinese word, and the words of an English one, are
 * looked for one after the other where no name holds the word as it is.
 * @param keyword upper-cased
 */
export function itemPatterns(keyword: string): ItemPatterns {
  const parts = /\p{Script=Han}/u.test(keyword) ? [...keyword.replace(/\s/gu, '')] : keyword.split(/\s+/u);
  return { exactly: `%${literal(keyword)}%`, loosely: `%${parts.map(literal).join('%')}%` };
}

function literal(text: string): string {
  return text.replace(/[\\%_]/gu, String.raw`\$&`);
}
