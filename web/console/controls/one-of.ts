/** The text as one of a closed list, or undefined where it is none of them: an address is typed by anybody. */
export function oneOf<T extends string>(list: readonly T[], text: string | null | undefined): T | undefined {
  return list.find((one) => one === text);
}
