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

/** The units that handle requests and are in use: those something can be sent to. */
export function useHandlingUnits() {
  return (useUnits().data ?? []).filter((unit) => unit.kind === 'unit' && unit.active);
}

/** A unit's name, or any other pair of names, in the language shown. */
export function useNameOf() {
  const shown = useLanguage();
  return (names: { nameZh: string; nameEn: string }) => (shown === 'zh-CN' ? names.nameZh : names.nameEn);
}
