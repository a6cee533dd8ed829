import { call } from '../api/request.js';
import { setSystemTime } from '../shell/system-clock.js';
import type { Person } from './session.js';

/** Who is signed in; takes over the suite's time as well. @throws ApiProblem 401 when nobody is */
export const whoIsSignedIn = () => call<Person>('GET', '/api/session').then(withTime);

/** @throws ApiProblem 401 `sign-in-refused`, 429 `locked-out` with the seconds to wait */
export const signIn = (name: string, password: string) =>
  call<Person>('POST', '/api/session', { body: { name, password } }).then(withTime);

export const signOut = () => call<void>('DELETE', '/api/session');

function withTime(person: Person): Person {
  setSystemTime(new Date(person.now));
  return person;
}
