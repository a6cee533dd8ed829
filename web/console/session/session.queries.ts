import { sessionSignIn, sessionSignOut, sessionWho } from '@shared/api/generated/gateway.js';
import { setSystemTime } from '../shell/system-clock.js';
import type { Person } from './session.js';

/** Who is signed in; takes over the suite's time as well. @throws ApiProblem 401 when nobody is */
export const whoIsSignedIn = () => sessionWho().then(withTime);

/**
 * @param newPassword the person's own from now on; a one-time password opens nothing without it
 * @throws ApiProblem 401 `sign-in-refused`, 422 of a rule of passwords, 429 `locked-out` with the seconds to wait
 */
export const signIn = (name: string, password: string, newPassword?: string) =>
  sessionSignIn({ name, password, newPassword }).then(withTime);

export const signOut = () => sessionSignOut();

function withTime(person: Person): Person {
  setSystemTime(new Date(person.now));
  return person;
}
