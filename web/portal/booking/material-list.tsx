import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';
import { nameOf } from './named.js';
import type { BookingMaterialDto } from '../appointments.js';

/** 一次性告知书 (domain.md §2): everything to bring, told once and completely. */
export function MaterialList({ materials }: { materials: readonly BookingMaterialDto[] }) {
  const t = useWords(bookingWords);
  const language = useLanguage();
  const amount = ({ originals, copies }: BookingMaterialDto) =>
    [originals > 0 && t('originals', { n: originals }), copies > 0 && t('copies', { n: copies })]
      .filter((text) => text !== false)
      .join(t('comma'));
  return (
    <section>
      <h2>{t('materialTitle')}</h2>
      {materials.length === 0 && <p>{t('materialNone')}</p>}
      <ul className="materials">
        {materials.map((material) => {
          const note = language === 'en' ? material.noteEn : material.noteZh;
          return (
            <li key={material.nameZh}>
              <span className="material-name">{nameOf(material, language)}</span>
              <span className="material-amount">{amount(material)}</span>
              {note && <span className="hint">{note}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
