import type { Language } from '@app/common/contracts/request-kind.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Sites by the name a text message tells. */
@Injectable()
export class SiteNames {
  async of(em: EntityManager, siteId: string, language: Language | null): Promise<string> {
    const [site] = await em.query<{ nameZh: string; nameEn: string }[]>(
      'SELECT name_zh AS "nameZh", name_en AS "nameEn" FROM site WHERE id = $1',
      [siteId],
    );
    return (language === 'en' ? site?.nameEn : site?.nameZh) ?? '';
  }
}
