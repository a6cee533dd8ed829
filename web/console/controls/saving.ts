import { createContext } from 'react';

/** Whether the form around a field is being saved: what stands in it is on its way, and is not typed into meanwhile. */
export const Saving = createContext(false);
