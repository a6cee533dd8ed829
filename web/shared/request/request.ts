/** The seven elements (domain.md §2) in the order they are asked for: 何事, 何地, 何时 first. */
export const ELEMENTS = ['what', 'where', 'when', 'who', 'why', 'which', 'result'] as const;
export type Element = (typeof ELEMENTS)[number];

/** A rating in words, the worst first; 1 and 2 lead to an interview. */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** 1 and 2 of 5: an interview must be held within five working days (domain.md §2). */
export function isDissatisfied(score: number): boolean {
  return score <= 2;
}
