import type { ReactNode } from 'react';
import { useSession } from '../session/session.js';
import { placesOf, type Place as PlaceName } from './navigation.js';
import { NotFound } from './not-found.js';

/** Shows a page to those whose post needs it. The services decide what is read; this only spares a wrong door. */
export function Place({ name, children }: { name: PlaceName; children: ReactNode }) {
  const { person } = useSession();
  return placesOf(person.roles).some((entry) => entry.place === name) ? children : <NotFound />;
}
