import { useWords } from '@shared/i18n/use-words.js';
import { Filter } from '../controls/filter.js';
import { useNameOf } from '../directory/unit.queries.js';
import { siteWords } from './site.words.js';
import type { useOwnSite } from './use-own-site.js';

/** Which site the page is about. */
export function SitePicker({ own }: { own: ReturnType<typeof useOwnSite> }) {
  const t = useWords(siteWords);
  const nameOf = useNameOf();
  return (
    <Filter
      label={t('site')}
      any={t('site.choose')}
      value={own.site?.id ?? ''}
      options={own.sites.map((site) => ({ value: site.id, label: nameOf(site) }))}
      onChange={own.choose}
    />
  );
}
