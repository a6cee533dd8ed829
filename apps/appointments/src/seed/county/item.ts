import type { MaterialDto } from '../../catalogue/item.dto.js';
import type { CountyItem } from '../county.js';

/** The desks of a hall, by what they handle. */
export type Field = 'household' | 'social' | 'medical' | 'property' | 'business' | 'civil' | 'life';

export type DemoItem = CountyItem & { readonly field: Field };

interface Words {
  readonly zh: string;
  readonly en: string;
  /** Law and article. */
  readonly lawZh: string;
  readonly lawEn: string;
}

type Manner = Partial<Pick<CountyItem, 'feeCents' | 'greenChannel' | 'representative' | 'homeVisit' | 'groups'>>;

/**
 * An item of one field.
 * @param minutes at the window
 * @param limitDays working days; 0: done on the spot (即办件)
 * @param materials the lists, version 1 first
 */
export const itemsOf =
  (field: Field) =>
  (
    code: string,
    { zh, en, lawZh, lawEn }: Words,
    [minutes, limitDays]: readonly [number, number],
    materials: readonly (readonly MaterialDto[])[],
    manner: Manner = {},
  ): DemoItem => ({
    field,
    code,
    nameZh: zh,
    nameEn: en,
    class: limitDays === 0 ? 'immediate' : 'promised',
    durationMinutes: minutes,
    feeCents: 0,
    limitDays,
    legalBasisZh: lawZh,
    legalBasisEn: lawEn,
    greenChannel: true,
    representative: false,
    homeVisit: false,
    groups: false,
    materials,
    ...manner,
  });
