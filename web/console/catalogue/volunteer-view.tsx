import { useLocation } from 'wouter';
import {
  volunteerTalksLost,
  type VolunteerBody,
  type VolunteerHoursDto,
  type VolunteerRow,
} from '@shared/api/generated/appointments.js';
import { formatAppointment } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { Field } from '../controls/field.js';
import { linesOf } from '../controls/lines.js';
import { TextField, TimeField } from '../controls/value-fields.js';
import { LineField, TickField } from '../schedule/form-fields.js';
import { sessionWords } from '../schedule/session.words.js';
import { clockOf, minuteOf, WEEKDAYS } from '../schedule/week-pattern.js';
import { isKnownField, useFieldNames, VOLUNTEER_FIELDS } from '../volunteers/volunteer-fields.js';
import { AccountChoice } from './account-choice.js';
import { accountWords } from './account.words.js';
import { useCatalogueActs } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm, plainText } from './edit-form.js';
import { VolunteerContactPart } from './volunteer-contact.js';

/** A volunteer as typed: known fields of the law are ticked, any other is a line. */
interface VolunteerTyped {
  name: string;
  fields: string[];
  others: string;
  hours: VolunteerHoursDto[];
  staffId: string | null;
  active: boolean;
}

const EMPTY: VolunteerTyped = { name: '', fields: [], others: '', hours: [], staffId: null, active: true };
/** Talks a question names; of more it says how many. */
const MOST_NAMED = 5;
const FIRST_HOURS: VolunteerHoursDto = { weekday: 6, fromMinute: 540, toMinute: 720 };

const bodyOfTyped = ({ others, ...typed }: VolunteerTyped): VolunteerBody => ({
  ...typed,
  name: typed.name.trim(),
  fields: [...new Set([...typed.fields, ...linesOf(others)])],
});

/** One volunteer and when they are there. */
export function VolunteerView({ volunteer }: { volunteer: VolunteerRow }) {
  const t = useWords(catalogueWords);
  const shown = useLanguage();
  const linked = useWords(accountWords);
  const { changeVolunteer } = useCatalogueActs();
  const whatIsLost = async ({ hours, active }: VolunteerTyped, seen: VolunteerRow): Promise<string | null> => {
    if (active === seen.active && JSON.stringify(hours) === JSON.stringify(seen.hours)) return null;
    const { count, talks } = await volunteerTalksLost(volunteer.id, { hours, active });
    if (count === 0) return null;
    const named = talks.slice(0, MOST_NAMED).map(({ startAt, endAt }) => formatAppointment(startAt, endAt, shown));
    const unnamed = count - named.length;
    return t(active ? 'volunteer.losesTalks' : 'volunteer.leavesTalks', { name: volunteer.name, named, unnamed });
  };
  return (
    <article aria-labelledby="catalogue-volunteer-title">
      <h2 id="catalogue-volunteer-title">{volunteer.name}</h2>
      <EditForm
        title={t('volunteer.facts')}
        name="facts"
        entry={volunteer}
        bodyOf={({ name, fields, hours, staffId, active }): VolunteerTyped => ({
          name,
          fields: fields.filter(isKnownField),
          others: fields.filter((field) => !isKnownField(field)).join('\n'),
          hours,
          staffId,
          active,
        })}
        labels={useVolunteerLabels()}
        textOf={(value, key) =>
          key === 'staffId' ? linked(value ? 'account.linked' : 'account.none') : plainText(value)
        }
        send={t('save')}
        findConsequence={whatIsLost}
        onSend={(typed, seen) => changeVolunteer(seen.id, seen.version, bodyOfTyped(typed))}
      >
        {(value, change) => <VolunteerFields id={volunteer.id} value={value} change={change} />}
      </EditForm>
      <VolunteerContactPart volunteerId={volunteer.id} />
    </article>
  );
}

export function NewVolunteer() {
  const t = useWords(catalogueWords);
  const [, go] = useLocation();
  const { createVolunteer } = useCatalogueActs();
  return (
    <EditForm
      title={t('add.volunteers')}
      level={2}
      name="volunteer"
      entry={{ id: 'new', version: 0 }}
      bodyOf={() => EMPTY}
      labels={useVolunteerLabels()}
      send={t('add.volunteers')}
      onSend={async (typed) => {
        const { id } = await createVolunteer(bodyOfTyped(typed));
        go(`/catalogue/${id}?kind=volunteers`);
      }}
    >
      {(value, change) => <VolunteerFields id="new-volunteer" value={value} change={change} />}
    </EditForm>
  );
}

function useVolunteerLabels(): Record<keyof VolunteerTyped, string> {
  const t = useWords(catalogueWords);
  const account = useWords(accountWords);
  return {
    name: t('volunteer.name'),
    fields: t('volunteer.fields'),
    others: t('volunteer.others'),
    hours: t('volunteer.hours'),
    staffId: account('account'),
    active: t('active.here'),
  };
}

interface VolunteerFieldsProps {
  id: string;
  value: VolunteerTyped;
  change: (patch: Partial<VolunteerTyped>) => void;
}

function VolunteerFields({ id, value, change }: VolunteerFieldsProps) {
  const t = useWords(catalogueWords);
  const labels = useVolunteerLabels();
  const fieldNames = useFieldNames();
  const { fields, hours } = value;
  return (
    <>
      <LineField id="volunteer-name" label={labels.name} value={value.name} onChange={(name) => change({ name })} />
      <fieldset className="catalogue-ticks">
        <legend>{labels.fields}</legend>
        {VOLUNTEER_FIELDS.map((field) => (
          <TickField
            key={field}
            id={`${id}-${field}`}
            label={fieldNames([field])}
            value={fields.includes(field)}
            onChange={(yes) => change({ fields: yes ? [...fields, field] : fields.filter((other) => other !== field) })}
          />
        ))}
      </fieldset>
      <TextField
        id="volunteer-others"
        label={labels.others}
        rows={2}
        value={value.others}
        onChange={(others) => change({ others })}
      />
      {hours.map((one, index) => (
        <HoursFields
          key={index}
          number={index + 1}
          hours={one}
          onChange={(patch) =>
            change({ hours: hours.map((other, n) => (n === index ? { ...other, ...patch } : other)) })
          }
          onRemove={() => change({ hours: hours.filter((_, n) => n !== index) })}
        />
      ))}
      <Button onClick={() => change({ hours: [...hours, FIRST_HOURS] })}>{t('volunteer.addHour')}</Button>
      <AccountChoice id={id} value={value.staffId} onChange={(staffId) => change({ staffId })} role="volunteer" />
      <TickField
        id="volunteer-active"
        label={labels.active}
        value={value.active}
        onChange={(active) => change({ active })}
      />
    </>
  );
}

interface HoursFieldsProps {
  number: number;
  hours: VolunteerHoursDto;
  onChange: (patch: Partial<VolunteerHoursDto>) => void;
  onRemove: () => void;
}

function HoursFields({ number, hours, onChange, onRemove }: HoursFieldsProps) {
  const t = useWords(catalogueWords);
  const term = useWords(sessionWords);
  const id = `hours-${number}`;
  return (
    <fieldset className="catalogue-row">
      <legend>{t('volunteer.hour', { number })}</legend>
      <Field id={`${id}-weekday`} label={t('volunteer.weekday')}>
        {(control) => (
          <select
            {...control}
            value={hours.weekday}
            onChange={(event) => onChange({ weekday: Number(event.target.value) })}
          >
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {term(`weekday.${weekday}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TimeField
        id={`${id}-from`}
        label={t('volunteer.from')}
        value={clockOf(hours.fromMinute)}
        onChange={(clock) => onChange({ fromMinute: minuteOf(clock) ?? hours.fromMinute })}
      />
      <TimeField
        id={`${id}-to`}
        label={t('volunteer.to')}
        value={clockOf(hours.toMinute)}
        onChange={(clock) => onChange({ toMinute: minuteOf(clock) ?? hours.toMinute })}
      />
      <Button size="small" onClick={onRemove}>
        {t('volunteer.removeHour', { number })}
      </Button>
    </fieldset>
  );
}
