/** The part of the list and what it is narrowed to, as the address says it, for a way back to the same rows. */
export function listSearch(kind: 'staff' | 'units'): string {
  const search = new URLSearchParams(location.search);
  search.set('kind', kind);
  return `?${search}`;
}
