import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ApiProblem } from '@shared/http/problem.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { forgetDrafts } from '../controls/use-draft.js';
import { SignIn } from '../sign-in/sign-in.js';
import { whoIsSignedIn, signOut as endSession } from './session.queries.js';
import { SessionContext, type Person } from './session.js';
import { consoleQueryClient } from './query-client.js';

type Standing = 'unknown' | 'unreachable' | 'out' | 'in' | 'expired';

/**
 * Lets nobody see the console who is not signed in. When a session expires in the middle of the work, the page stays
 * as it is, only out of sight, until the same person has signed in again: nothing typed is lost. Somebody else gets
 * a fresh console.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const [person, setPerson] = useState<Person | null>(null);
  const [standing, setStanding] = useState<Standing>('unknown');
  const [failure, setFailure] = useState<unknown>(null);
  const leftAt = useRef<Element | null>(null);
  const expire = useCallback(() => {
    leftAt.current ??= document.activeElement;
    setStanding((now) => (now === 'in' ? 'expired' : now));
  }, []);
  // One client per person: what one has read, the next one at this desk must not see.
  const client = useMemo(() => consoleQueryClient(expire), [expire, person?.id]);

  const ask = useCallback(async () => {
    try {
      setPerson(await whoIsSignedIn());
      setStanding('in');
    } catch (error) {
      setFailure(error);
      setStanding(error instanceof ApiProblem && error.status === 401 ? 'out' : 'unreachable');
    }
  }, []);
  useEffect(() => void ask(), [ask]);
  // Whoever signs in again goes on where the session ended.
  useEffect(() => {
    if (standing !== 'in') return;
    if (leftAt.current instanceof HTMLElement) leftAt.current.focus();
    leftAt.current = null;
  }, [standing]);

  const signedIn = (next: Person) => {
    if (person && person.id !== next.id) forgetDrafts();
    setPerson(next);
    setStanding('in');
    if (person?.id === next.id) void client.invalidateQueries();
  };
  const signOut = useCallback(() => {
    const leave = async () => {
      await endSession();
      forgetDrafts();
      setPerson(null);
      setStanding('out');
    };
    leave().catch(setFailure);
  }, []);
  const session = useMemo(() => (person ? { person, signOut } : null), [person, signOut]);

  if (standing === 'unknown') {
    return (
      <main>
        <Loading page />
      </main>
    );
  }
  if (standing === 'unreachable') {
    return (
      <main className="page">
        <ProblemAlert error={failure} onAgain={() => void ask()} />
      </main>
    );
  }
  return (
    <>
      {standing === 'in' ? null : <SignIn expired={standing === 'expired'} onSignedIn={signedIn} />}
      {session ? (
        <div key={session.person.id} hidden={standing !== 'in'}>
          <SessionContext value={session}>
            <QueryClientProvider client={client}>{children}</QueryClientProvider>
          </SessionContext>
        </div>
      ) : null}
    </>
  );
}
