import { useSearchParams } from 'wouter';

/** The filters of a list, kept in the page's address: a reload, a link and the way back show the same rows. */
export function useListQuery<Name extends string>() {
  const [params, setParams] = useSearchParams();
  return {
    get: (name: Name) => params.get(name) ?? undefined,
    /** An empty value lifts the restriction. */
    set: (name: Name, value: string) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      }),
    /** `?state=…` to go on with, or nothing. */
    search: [...params].length > 0 ? `?${params}` : '',
  };
}
