import { useLocation } from 'wouter';
import type { CatalogueItemDto, ItemBody } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Choice } from '../controls/field.js';
import { NotRead } from '../controls/not-read.js';
import { TextField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { LineField, NumberField, TickField } from '../schedule/form-fields.js';
import { useCatalogueActs, useItem } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';
import { ItemSites } from './item-sites.js';
import { MaterialList } from './material-list.js';

const EMPTY: ItemBody & { code: string } = {
  code: '',
  nameZh: '',
  nameEn: '',
  class: 'immediate',
  durationMinutes: 15,
  feeCents: 0,
  limitDays: 0,
  legalBasisZh: '',
  legalBasisEn: '',
  greenChannel: false,
  representative: false,
  homeVisit: false,
  groups: false,
  active: false,
};

/** One item: its facts, what to bring, where it is offered. */
export function ItemView({ code }: { code: string }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const item = useItem(code);
  const { changeItem } = useCatalogueActs();
  const labels = useItemLabels();
  if (!item.data) return <NotRead query={item} page />;
  const entry = { ...item.data, id: code };
  return (
    <article aria-labelledby="catalogue-item-title">
      <h2 id="catalogue-item-title">
        {nameOf(entry)} <span className="soft">{code}</span>
      </h2>
      <EditForm
        title={t('item.facts')}
        name="facts"
        entry={entry}
        bodyOf={bodyOf}
        labels={labels}
        send={t('save')}
        onSend={(body, seen) => changeItem(seen, body)}
      >
        {(value, change) => <ItemFields value={value} change={change} />}
      </EditForm>
      <MaterialList item={entry} />
      <ItemSites item={entry} />
    </article>
  );
}

/** A new item; what to bring and where it is offered follow once it is there. */
export function NewItem() {
  const t = useWords(catalogueWords);
  const [, go] = useLocation();
  const { createItem } = useCatalogueActs();
  const labels = { ...useItemLabels(), code: t('code') };
  return (
    <EditForm
      title={t('add.items')}
      level={2}
      name="item"
      entry={{ id: 'new', version: 0 }}
      bodyOf={() => EMPTY}
      labels={labels}
      send={t('add.items')}
      onSend={async (body) => {
        const { code } = await createItem({ ...body, materials: [] });
        go(`/catalogue/${encodeURIComponent(code)}?kind=items`);
      }}
    >
      {(value, change) => (
        <>
          <LineField
            id="item-code"
            label={t('code')}
            required
            value={value.code}
            onChange={(code) => change({ code })}
          />
          <ItemFields value={value} change={change} />
        </>
      )}
    </EditForm>
  );
}

function bodyOf(item: CatalogueItemDto): ItemBody {
  const { nameZh, nameEn, durationMinutes, feeCents, limitDays, legalBasisZh, legalBasisEn } = item;
  const { greenChannel, representative, homeVisit, groups, active } = item;
  const facts = { nameZh, nameEn, durationMinutes, feeCents, limitDays, legalBasisZh, legalBasisEn };
  return { ...facts, class: item.class, greenChannel, representative, homeVisit, groups, active };
}

function useItemLabels(): Record<keyof ItemBody, string> {
  const t = useWords(catalogueWords);
  return {
    nameZh: t('nameZh'),
    nameEn: t('nameEn'),
    class: t('item.class'),
    durationMinutes: t('item.duration'),
    feeCents: t('item.fee'),
    limitDays: t('item.limit'),
    legalBasisZh: t('item.basisZh'),
    legalBasisEn: t('item.basisEn'),
    greenChannel: t('item.greenChannel'),
    representative: t('item.representative'),
    homeVisit: t('item.homeVisit'),
    groups: t('item.groups'),
    active: t('active'),
  };
}

function ItemFields({ value, change }: { value: ItemBody; change: (patch: Partial<ItemBody>) => void }) {
  const t = useWords(catalogueWords);
  const labels = useItemLabels();
  return (
    <>
      <div className="catalogue-fields">
        <LineField
          id="item-zh"
          label={labels.nameZh}
          required
          value={value.nameZh}
          onChange={(nameZh) => change({ nameZh })}
        />
        <LineField
          id="item-en"
          label={labels.nameEn}
          required
          value={value.nameEn}
          onChange={(nameEn) => change({ nameEn })}
        />
      </div>
      <Choice
        id="item-class"
        label={labels.class}
        value={value.class}
        options={(['immediate', 'promised'] as const).map((one) => ({ value: one, label: t(`class.${one}`) }))}
        onChange={(one) => change({ class: one })}
      />
      <div className="catalogue-fields">
        <NumberField
          id="item-duration"
          label={labels.durationMinutes}
          min={5}
          value={value.durationMinutes}
          onChange={(durationMinutes) => change({ durationMinutes })}
        />
        <NumberField
          id="item-limit"
          label={labels.limitDays}
          min={0}
          value={value.limitDays}
          onChange={(limitDays) => change({ limitDays })}
        />
        <NumberField
          id="item-fee"
          label={labels.feeCents}
          min={0}
          value={value.feeCents}
          onChange={(feeCents) => change({ feeCents })}
        />
      </div>
      <TextField
        id="item-basis-zh"
        label={labels.legalBasisZh}
        rows={2}
        required
        value={value.legalBasisZh}
        onChange={(legalBasisZh) => change({ legalBasisZh })}
      />
      <TextField
        id="item-basis-en"
        label={labels.legalBasisEn}
        rows={2}
        required
        value={value.legalBasisEn}
        onChange={(legalBasisEn) => change({ legalBasisEn })}
      />
      <div className="catalogue-ticks">
        {(['greenChannel', 'representative', 'homeVisit', 'groups', 'active'] as const).map((one) => (
          <TickField
            key={one}
            id={`item-${one}`}
            label={labels[one]}
            value={value[one]}
            onChange={(yes) => change({ [one]: yes })}
          />
        ))}
      </div>
    </>
  );
}
