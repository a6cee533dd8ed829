import type { Language } from '@app/common/contracts/request-kind.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Where a citizen is served, as values of a text message: the gateway words a home visit. */
export type Whereabouts = { readonly place: string } | { readonly visit: 'yes' };

export const AT_HOME = { visit: 'yes' } as const satisfies Whereabouts;

/** Places of bookings as text messages tell them. */
@Injectable()
export class SiteNames {
  /** @returns the site's name, or that the office comes to the citizen (上门服务) */
  async where(
    em: EntityManager,
    { siteId, homeVisit }: { readonly siteId: string; readonly homeVisit: boolean },
    language: Language | null,
  ): Promise<Whereabouts> {
    if (homeVisit) return AT_HOME;
    const [site] = await em.query<{ nameZh: string; nameEn: string }[]>(
      'SELECT name_zh AS "nameZh", name_en AS "nameEn" FROM site WHERE id = $1',
      [siteId],
    );
    return { place: (language === 'en' ? site?.nameEn : site?.nameZh) ?? '' };
  }
}
