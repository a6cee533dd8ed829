import { useLocation } from 'wouter';
import { ACCESSIBILITY } from '@app/common/contracts/accessibility.js';
import type { CatalogueSiteRow, SiteBody } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { accessibilityWords } from '@shared/sites/accessibility.words.js';
import { TextField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { LineField, TickField } from '../schedule/form-fields.js';
import { useCatalogueActs } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';
import { SiteOfficers } from './site-officers.js';
import { SitePosts } from './site-posts.js';
import { SiteWindows } from './site-windows.js';

const EMPTY: SiteBody = {
  nameZh: '',
  nameEn: '',
  address: '',
  phone: '',
  directionsZh: '',
  directionsEn: '',
  accessibility: [],
  active: false,
};

/** One site: its facts, its windows with their items, its posts with A and B, its officers. */
export function SiteView({ site }: { site: CatalogueSiteRow }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const { changeSite } = useCatalogueActs();
  return (
    <article aria-labelledby="catalogue-site-title">
      <h2 id="catalogue-site-title">{nameOf(site)}</h2>
      <EditForm
        title={t('site.facts')}
        name="facts"
        entry={site}
        bodyOf={bodyOf}
        labels={useSiteLabels()}
        send={t('save')}
        onSend={(body, seen) => changeSite(seen.id, seen.version, body)}
      >
        {(value, change) => <SiteFields value={value} change={change} />}
      </EditForm>
      <SiteWindows siteId={site.id} />
      <SitePosts siteId={site.id} />
      <SiteOfficers siteId={site.id} />
    </article>
  );
}

/** A new site; its windows and posts follow once it is there. */
export function NewSite() {
  const t = useWords(catalogueWords);
  const [, go] = useLocation();
  const { createSite } = useCatalogueActs();
  return (
    <EditForm
      title={t('add.sites')}
      level={2}
      name="site"
      entry={{ id: 'new', version: 0 }}
      bodyOf={() => EMPTY}
      labels={useSiteLabels()}
      send={t('add.sites')}
      onSend={async (body) => {
        const { id } = await createSite(body);
        go(`/catalogue/${id}?kind=sites`);
      }}
    >
      {(value, change) => <SiteFields value={value} change={change} />}
    </EditForm>
  );
}

function bodyOf(site: CatalogueSiteRow): SiteBody {
  const { nameZh, nameEn, address, phone, directionsZh, directionsEn, accessibility, active } = site;
  return { nameZh, nameEn, address, phone, directionsZh, directionsEn, accessibility, active };
}

function useSiteLabels(): Record<keyof SiteBody, string> {
  const t = useWords(catalogueWords);
  return {
    nameZh: t('nameZh'),
    nameEn: t('nameEn'),
    address: t('site.address'),
    phone: t('site.phone'),
    directionsZh: t('site.directionsZh'),
    directionsEn: t('site.directionsEn'),
    accessibility: t('site.access'),
    active: t('active'),
  };
}

const LINES = ['nameZh', 'nameEn', 'address', 'phone'] as const;
const TEXTS = ['directionsZh', 'directionsEn'] as const;

function SiteFields({ value, change }: { value: SiteBody; change: (patch: Partial<SiteBody>) => void }) {
  const access = useWords(accessibilityWords);
  const labels = useSiteLabels();
  return (
    <>
      <div className="catalogue-fields">
        {LINES.map((one) => (
          <LineField
            key={one}
            id={`site-${one}`}
            label={labels[one]}
            value={value[one]}
            onChange={(text) => change({ [one]: text })}
          />
        ))}
      </div>
      {TEXTS.map((one) => (
        <TextField
          key={one}
          id={`site-${one}`}
          label={labels[one]}
          rows={2}
          value={value[one]}
          onChange={(text) => change({ [one]: text })}
        />
      ))}
      <fieldset className="catalogue-ticks">
        <legend>{labels.accessibility}</legend>
        {ACCESSIBILITY.map((one) => (
          <TickField
            key={one}
            id={`access-${one}`}
            label={access(`accessibility.${one}`)}
            value={value.accessibility.includes(one)}
            onChange={(yes) =>
              change({
                accessibility: ACCESSIBILITY.filter((other) =>
                  other === one ? yes : value.accessibility.includes(other),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <TickField
        id="site-active"
        label={labels.active}
        value={value.active}
        onChange={(active) => change({ active })}
      />
    </>
  );
}
