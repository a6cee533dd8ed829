import type { VolunteerContact, VolunteerContactBody } from '@shared/api/generated/appointments.js';
import { LANGUAGES, type Language } from '@shared/i18n/language.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Field } from '../controls/field.js';
import { LineField, TickField } from '../schedule/form-fields.js';
import { useCatalogueActs, useVolunteerContact } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';

/** A volunteer's contact as typed: the phone known stays unless another is typed, or it is taken away. */
interface ContactTyped {
  phone: string;
  removed: boolean;
  language: Language;
}

const bodyOfTyped = ({ phone, removed, language }: ContactTyped): VolunteerContactBody => {
  if (removed) return { phone: null, language };
  return phone.trim() === '' ? { language } : { phone: phone.trim(), language };
};

/** Where a volunteer is told of talks. */
export function VolunteerContactPart({ volunteerId }: { volunteerId: string }) {
  const contact = useVolunteerContact(volunteerId);
  return contact.data ? <ContactForm contact={contact.data} /> : null;
}

function ContactForm({ contact }: { contact: VolunteerContact }) {
  const t = useWords(catalogueWords);
  const { changeVolunteerContact } = useCatalogueActs();
  const labels: Record<keyof ContactTyped, string> = {
    phone: t('volunteer.phone'),
    removed: t('volunteer.phone.remove'),
    language: t('volunteer.language'),
  };
  return (
    <EditForm
      title={t('volunteer.contact')}
      name="contact"
      entry={contact}
      bodyOf={({ language }): ContactTyped => ({ phone: '', removed: false, language })}
      labels={labels}
      send={t('save')}
      onSend={(typed, seen) => changeVolunteerContact(seen.id, seen.version, bodyOfTyped(typed))}
    >
      {({ phone, removed, language }, change) => (
        <>
          <LineField
            id="volunteer-phone"
            label={labels.phone}
            hint={
              contact.phoneMasked === null
                ? t('volunteer.phone.none')
                : t('volunteer.phone.known', { phone: contact.phoneMasked })
            }
            value={phone}
            onChange={(typed) => change({ phone: typed, removed: false })}
          />
          {contact.phoneMasked === null ? null : (
            <TickField
              id="volunteer-phone-remove"
              label={labels.removed}
              value={removed}
              onChange={(ticked) => change({ removed: ticked, ...(ticked ? { phone: '' } : {}) })}
            />
          )}
          <Field id="volunteer-language" label={labels.language}>
            {(control) => (
              <select
                {...control}
                value={language}
                onChange={(event) => change({ language: event.target.value === 'en' ? 'en' : 'zh-CN' })}
              >
                {LANGUAGES.map((one) => (
                  <option key={one} value={one}>
                    {t(`volunteer.language.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
    </EditForm>
  );
}
