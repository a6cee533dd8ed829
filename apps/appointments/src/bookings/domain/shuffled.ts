/**
 * The same items in another order, each as likely as any other: clients who want one of several equal places then seldom
 * choose the same.
 * @param random gives a number from 0 to below 1
 */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
