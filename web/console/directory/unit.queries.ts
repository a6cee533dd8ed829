import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '@shared/i18n/use-words.js';
import { directoryUnits } from '@shared/api/generated/gateway.js';

/** Every unit of the county, from the gateway's directory. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: () => directoryUnits(),
    staleTime: Infinity,
    select: (answer) => answer.items,
  });
}

/** A unit's name, or any other pair of names, in the language shown. */
export function useNameOf() {
  const shown = useLanguage();
  return (names: { nameZh: string; nameEn: string }) => (shown === 'zh-CN' ? names.nameZh : names.nameEn);
}
