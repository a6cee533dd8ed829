import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '@shared/i18n/use-words.js';
import { call } from '../api/request.js';
import type { Unit } from '../api/types.js';

/** Every unit of the county, from the gateway's directory. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: () => call<{ items: Unit[] }>('GET', '/api/directory/units'),
    staleTime: Infinity,
    select: (answer) => answer.items,
  });
}

/** A unit's name, or any other pair of names, in the language shown. */
export function useNameOf() {
  const shown = useLanguage();
  return (names: { nameZh: string; nameEn: string }) => (shown === 'zh-CN' ? names.nameZh : names.nameEn);
}
