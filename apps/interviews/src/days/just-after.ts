/** A limit is kept up to and including its last instant: whatever comes of missing it is due just after. */
export function justAfter(dueAt: Date): Date {
  return new Date(dueAt.getTime() + 1);
}
