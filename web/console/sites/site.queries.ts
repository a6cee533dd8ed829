import { useQuery } from '@tanstack/react-query';
import { siteList } from '@shared/api/generated/appointments.js';

const MOST_SITES = 100;

/** The sites that can be booked, by name. */
export function useSites() {
  return useQuery({
    queryKey: ['sites'],
    queryFn: () => siteList({ limit: MOST_SITES }),
    staleTime: Infinity,
    select: (page) => page.items,
  });
}
