import { useEffect, useState } from 'react';

/** Something read from the service: null until it is there. */
export interface Answer<T> {
  value: T | null;
  problem: unknown;
  /** Reads again, keeping what is shown until the new answer is there. */
  again: () => void;
}

/**
 * Reads when the page opens, and again when what is asked for changes; an answer that comes after that is dropped.
 * @param key what is asked for; null asks nothing
 */
export function useAnswer<T>(key: string | null, read: () => Promise<T>): Answer<T> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ key: string | null; value: T | null; problem: unknown }>({
    key: null,
    value: null,
    problem: null,
  });
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      try {
        const value = await read();
        if (!gone) setAnswer({ key, value, problem: null });
      } catch (problem) {
        if (!gone) setAnswer((before) => ({ key, value: before.key === key ? before.value : null, problem }));
      }
    };
    if (key !== null) void ask();
    return () => {
      gone = true;
    };
    // `read` is a new function with every drawing; `key` says when it asks for something else.
  }, [key, round]);
  const current = answer.key === key;
  return {
    value: current ? answer.value : null,
    problem: current ? answer.problem : null,
    again: () => setRound(round + 1),
  };
}
