import type { CatalogueItemDto, MaterialBody } from '@shared/api/generated/appointments.js';
import { formatDate } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { LineField, NumberField } from '../schedule/form-fields.js';
import { useCatalogueActs } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';

const EMPTY: MaterialBody = { nameZh: '', nameEn: '', originals: 1, copies: 0, noteZh: '', noteEn: '' };

/** 一次性告知书: the list in force, to be changed and issued as a new version. */
export function MaterialList({ item }: { item: CatalogueItemDto & { id: string } }) {
  const t = useWords(catalogueWords);
  const shown = useLanguage();
  const { issueMaterials } = useCatalogueActs();
  const inForce = item.materialLists[0];
  return (
    <EditForm
      title={t('materials')}
      name="materials"
      entry={item}
      bodyOf={(one) => ({ materials: one.materialLists[0]?.materials ?? [] })}
      labels={{ materials: t('materials') }}
      send={t('materials.issue')}
      consequence={t('materials.consequence')}
      onSend={({ materials }, seen) => issueMaterials(seen, materials)}
    >
      {({ materials }, change) => (
        <>
          <p className="soft">
            {inForce
              ? t('materials.version', { version: inForce.version, at: formatDate(inForce.issuedAt, shown) })
              : t('materials.none')}
          </p>
          {materials.map((material, index) => (
            <MaterialFields
              // A list in order, without names of their own while they are typed.
              key={index}
              number={index + 1}
              material={material}
              onChange={(patch) =>
                change({ materials: materials.map((one, n) => (n === index ? { ...one, ...patch } : one)) })
              }
              onRemove={() => change({ materials: materials.filter((_, n) => n !== index) })}
            />
          ))}
          <Button onClick={() => change({ materials: [...materials, EMPTY] })}>{t('materials.add')}</Button>
        </>
      )}
    </EditForm>
  );
}

interface MaterialFieldsProps {
  number: number;
  material: MaterialBody;
  onChange: (patch: Partial<MaterialBody>) => void;
  onRemove: () => void;
}

function MaterialFields({ number, material, onChange, onRemove }: MaterialFieldsProps) {
  const t = useWords(catalogueWords);
  const id = `material-${number}`;
  return (
    <fieldset className="catalogue-row">
      <legend>{t('materials.one', { number })}</legend>
      <LineField
        id={`${id}-zh`}
        label={t('nameZh')}
        value={material.nameZh}
        onChange={(nameZh) => onChange({ nameZh })}
      />
      <LineField
        id={`${id}-en`}
        label={t('nameEn')}
        value={material.nameEn}
        onChange={(nameEn) => onChange({ nameEn })}
      />
      <NumberField
        id={`${id}-originals`}
        label={t('materials.originals')}
        min={0}
        value={material.originals}
        onChange={(originals) => onChange({ originals })}
      />
      <NumberField
        id={`${id}-copies`}
        label={t('materials.copies')}
        min={0}
        value={material.copies}
        onChange={(copies) => onChange({ copies })}
      />
      <LineField
        id={`${id}-note-zh`}
        label={t('materials.noteZh')}
        value={material.noteZh}
        onChange={(noteZh) => onChange({ noteZh })}
      />
      <LineField
        id={`${id}-note-en`}
        label={t('materials.noteEn')}
        value={material.noteEn}
        onChange={(noteEn) => onChange({ noteEn })}
      />
      <Button size="small" onClick={onRemove}>
        {t('materials.remove', { number })}
      </Button>
    </fieldset>
  );
}
