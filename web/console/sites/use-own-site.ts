import { useState } from 'react';
import { useSites } from './site.queries.js';

const KEPT = 'sunline.site';

/**
 * The site somebody works at, remembered on this machine: a clerk sits at the same one every day.
 * @returns null until it is chosen, or while the one remembered is no longer a site
 */
export function useOwnSite() {
  const sites = useSites();
  const [kept, keep] = useState(() => localStorage.getItem(KEPT));
  const site = sites.data?.find(({ id }) => id === kept) ?? null;
  return {
    sites: sites.data ?? [],
    error: sites.error,
    isReading: sites.isPending,
    site,
    /** The sites have been read, and none of them is this machine's. */
    isMissing: sites.data !== undefined && site === null,
    choose: (id: string) => {
      localStorage.setItem(KEPT, id);
      keep(id);
    },
  };
}
