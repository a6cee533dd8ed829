import { Loading } from './loading.js';
import { ProblemAlert } from './problem-alert.js';

interface NotReadProps {
  query: { error: unknown; refetch: () => unknown };
  /** A page or a pane of its own, not a part of one. */
  page?: boolean;
}

/** What stands where something is still being read: its place, or why it can't be read and a way to try again. */
export function NotRead({ query, page }: NotReadProps) {
  return query.error ? (
    <ProblemAlert error={query.error} onAgain={() => void query.refetch()} />
  ) : (
    <Loading page={page} />
  );
}
