/** The seven elements of a request (七要素, domain.md §2): 何时, 何地, 何人, 何事, 何因, 何物, 何果. */
export const ELEMENTS = ['when', 'where', 'who', 'what', 'why', 'which', 'result'] as const;
export type ElementName = (typeof ELEMENTS)[number];
export type Elements = Record<ElementName, string | null>;

/** A line of a list holds this much of 何事, in characters. */
const SUBJECT_LENGTH = 60;

/** The elements the citizen has not given yet, in the order of the form (未提供). */
export function missingElements(elements: Elements): ElementName[] {
  return ELEMENTS.filter((name) => elements[name] === null);
}

/** 何事 as one line for lists and letters: white space joined, cut at 60 characters. */
export function subjectOf(what: string): string {
  const characters = Array.from(what.replace(/\s+/gu, ' ').trim());
  return characters.length <= SUBJECT_LENGTH
    ? characters.join('')
    : `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}
