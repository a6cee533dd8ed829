import { useRef, useState, type ReactNode } from 'react';
import { FormalAct } from './formal-act.js';

export interface Act {
  /** Does it; rejects with the problem. */
  run: () => Promise<unknown>;
  onDone?: () => void;
  onFailed?: (error: unknown) => void;
}

export interface AskedAct extends Act {
  /** The sentence that names what happens. */
  consequence: string;
  /** The words on the button. */
  act: string;
  danger?: boolean;
}

export interface Acts {
  /** Asks once, then does it. */
  ask: (act: AskedAct) => void;
  /** Finds out what would happen; asks once where there is something to say, else does it at once. */
  askWhere: (find: () => Promise<string | null>, act: Omit<AskedAct, 'consequence'>) => void;
  /** Does it at once: for what can be revised. */
  now: (act: Act) => void;
  busy: boolean;
  /** Why the last act failed. */
  error: unknown;
  /** Put it on the page. */
  dialog: ReactNode;
}

/** Acts on an item: at most one at a time, formal ones after one question. */
export function useActs(): Acts {
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);

  const now = (act: Act) => {
    // The second press of a double click arrives before the button is drawn as busy.
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    act
      .run()
      .then(
        () => act.onDone?.(),
        (problem: unknown) => {
          setError(problem);
          act.onFailed?.(problem);
        },
      )
      .finally(() => {
        running.current = false;
        setBusy(false);
        // Meanwhile another may have been asked for, whose question stays.
        setAsked((question) => (question === act ? null : question));
      });
  };

  const askWhere: Acts['askWhere'] = (find, act) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    const found = () => {
      running.current = false;
      setBusy(false);
    };
    find().then(
      (consequence) => {
        found();
        if (consequence === null) now(act);
        else setAsked({ ...act, consequence });
      },
      (problem: unknown) => {
        found();
        setError(problem);
      },
    );
  };

  return {
    ask: setAsked,
    askWhere,
    now,
    busy,
    error,
    dialog: (
      <FormalAct
        open={asked !== null}
        consequence={asked?.consequence}
        act={asked?.act ?? ''}
        danger={asked?.danger}
        busy={busy}
        onConfirm={() => asked && now(asked)}
        onCancel={() => setAsked(null)}
      />
    ),
  };
}
