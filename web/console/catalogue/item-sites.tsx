import type { CatalogueItemDto, ItemSiteBody } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useCatalogueActs, useCatalogueSites } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';

const CHANNELS = ['web', 'sms', 'phone', 'counter'] as const;
type Channel = (typeof CHANNELS)[number];

/** Which sites offer an item, and by which channels it is booked there. */
export function ItemSites({ item }: { item: CatalogueItemDto & { id: string } }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const sites = useCatalogueSites().data?.pages.flatMap((page) => page.items) ?? [];
  const { offer } = useCatalogueActs();
  return (
    <EditForm
      title={t('offered')}
      name="sites"
      entry={item}
      bodyOf={(one) => ({ sites: one.sites })}
      labels={{ sites: t('offered') }}
      send={t('save')}
      onSend={(body, seen) => offer(seen, body.sites)}
    >
      {(value, change) => (
        <div className="catalogue-scroll">
          <table className="catalogue-offered">
            <thead>
              <tr>
                <th scope="col">{t('offered.site')}</th>
                {CHANNELS.map((channel) => (
                  <th scope="col" key={channel}>
                    {t(`channel.${channel}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <tr key={site.id}>
                  <th scope="row">{nameOf(site)}</th>
                  {CHANNELS.map((channel) => (
                    <td key={channel}>
                      <input
                        type="checkbox"
                        aria-label={`${nameOf(site)} · ${t(`channel.${channel}`)}`}
                        checked={isOffered(value.sites, site.id, channel)}
                        onChange={() => change({ sites: toggled(value.sites, site.id, channel) })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </EditForm>
  );
}

function isOffered(sites: readonly ItemSiteBody[], siteId: string, channel: Channel): boolean {
  return sites.some((one) => one.siteId === siteId && one.channels.includes(channel));
}

/** A site is offered as long as one channel leads to it. */
function toggled(sites: readonly ItemSiteBody[], siteId: string, channel: Channel): ItemSiteBody[] {
  const now = sites.find((one) => one.siteId === siteId)?.channels ?? [];
  const channels = now.includes(channel) ? now.filter((one) => one !== channel) : [...now, channel];
  const others = sites.filter((one) => one.siteId !== siteId);
  return channels.length > 0 ? [...others, { siteId, channels }] : others;
}
