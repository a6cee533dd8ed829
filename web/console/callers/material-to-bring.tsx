import type { BookingMaterialDto } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { useNameOf } from '../directory/unit.queries.js';
import { callerWords } from './callers.words.js';

/** 一次性告知书, to be read out: everything needed, told once. */
export function MaterialToBring({ materials }: { materials: readonly BookingMaterialDto[] }) {
  const t = useWords(callerWords);
  const nameOf = useNameOf();
  if (materials.length === 0) return null;
  return (
    <section aria-labelledby="caller-material">
      <h3 id="caller-material">{t('material')}</h3>
      <ul>
        {materials.map((material) => (
          <li key={material.nameZh}>
            {nameOf(material)}{' '}
            <span className="soft">
              {[
                ...(material.originals > 0 ? [t('originals', { count: material.originals })] : []),
                ...(material.copies > 0 ? [t('copies', { count: material.copies })] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
