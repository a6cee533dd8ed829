import { createContext, useContext } from 'react';
import type { Role } from '@app/common/auth/actor.js';
import type { SessionDto } from '@shared/api/generated/gateway.js';

/** Who is signed in, as the gateway says. */
export type Person = SessionDto;

interface Session {
  person: Person;
  signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

/** The session of the person at the screen; only inside the session gate, where there is always one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the session gate');
  return session;
}

/** Whether the person at the screen holds one of the roles. */
export function useRole(...roles: Role[]): boolean {
  const { person } = useSession();
  return person.roles.some((role) => roles.includes(role));
}
