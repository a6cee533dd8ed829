import { Input } from 'antd';
import { useState } from 'react';
import type { BookingDto } from '@shared/api/generated/appointments.js';
import { formatAppointment, formatDayTime } from '@shared/dates/format.js';
import type { Language } from '@shared/i18n/language.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Choice, Field } from '../controls/field.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { SelectField } from '../controls/value-fields.js';
import { useActs } from '../controls/use-acts.js';
import { useBookableItems } from '../desk/offered-items.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useSites } from '../sites/site.queries.js';
import { alternativesOf, useCallerActs, useEarliest, useItem } from './caller.queries.js';
import { callerWords } from './callers.words.js';
import { MaterialToBring } from './material-to-bring.js';
import { TimePicker, Times } from './time-picker.js';

interface BookFormProps {
  phone: string;
  /** A booking that gets another time; null: a new one. */
  moving: BookingDto | null;
  onPhoneMissing: () => void;
  onDone: () => void;
}

/** Matter, site, time: each offered as soon as the one before is known. */
export function BookForm({ phone, moving, onPhoneMissing, onDone }: BookFormProps) {
  const t = useWords(callerWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const acts = useActs();
  const caller = useCallerActs();
  const items = useBookableItems();
  const sites = useSites();
  const [itemCode, setItem] = useState(moving?.itemCode ?? '');
  const [people, setPeople] = useState(moving?.people ?? 1);
  const [green, setGreen] = useState(moving?.green ?? false);
  const [siteId, setSite] = useState(moving?.siteId ?? '');
  const [startAt, setStart] = useState('');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<Language>('zh-CN');
  const [isMissing, setMissing] = useState(false);
  const [done, setDone] = useState<BookingDto | null>(null);
  const wish = { itemCode, people, green };
  const item = useItem(itemCode);
  const earliest = useEarliest(wish);
  const alternatives = alternativesOf(acts.error);

  const submit = () => {
    const missing = [itemCode, siteId, startAt].includes('');
    setMissing(missing);
    if (phone === '' && !moving) onPhoneMissing();
    if (missing || (phone === '' && !moving)) return;
    acts.now({
      run: () =>
        (moving
          ? caller.move(moving, { siteId, startAt })
          : caller.book({ ...wish, siteId, startAt, contact: { phone, name: name.trim() || null, language } })
        ).then((booking) => setDone(booking)),
    });
  };

  if (done) {
    return (
      <section role="status" className="callers-done">
        <h2>{t('done')}</h2>
        <p className="callers-code">{done.code}</p>
        <p>{formatAppointment(done.startAt, done.endAt, shown)}</p>
        <p>{t('done.code', { code: done.code })}</p>
        <MaterialToBring materials={done.material.materials} />
        <Button
          type="primary"
          onClick={() => {
            setDone(null);
            setStart('');
            onDone();
          }}
        >
          {t('again')}
        </Button>
      </section>
    );
  }
  return (
    <ActForm onSubmit={submit} sendKey>
      <h2>{moving ? `${t('move')} ${moving.code}` : t('new.title')}</h2>
      {moving ? <p className="soft">{t('move.hint')}</p> : null}
      <ProblemAlert error={acts.error ?? items.error ?? sites.error} />
      {isMissing ? (
        <p className="field-error" role="alert">
          {t('missing')}
        </p>
      ) : null}
      {moving ? null : (
        <>
          <SelectField
            id="caller-item"
            label={t('item')}
            none={t('item.choose')}
            value={itemCode}
            options={(items.data ?? []).map((one) => ({ value: one.code, label: nameOf(one) }))}
            onChange={(code) => {
              setItem(code);
              setSite('');
              setStart('');
            }}
          />
          {item.data?.groups ? (
            <Choice
              id="caller-people"
              label={t('people')}
              value={String(people)}
              options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
              onChange={(value) => {
                setPeople(Number(value));
                setStart('');
              }}
            />
          ) : null}
          {item.data?.greenChannel ? (
            <div className="tick">
              <input
                type="checkbox"
                id="caller-green"
                checked={green}
                onChange={(event) => {
                  setGreen(event.target.checked);
                  setStart('');
                }}
              />
              <label htmlFor="caller-green">{t('green')}</label>
            </div>
          ) : null}
        </>
      )}
      <SelectField
        id="caller-site"
        label={t('site')}
        none={t('site.choose')}
        value={siteId}
        options={(earliest.data ?? []).flatMap((slot) => {
          const site = sites.data?.find(({ id }) => id === slot.siteId);
          if (!site) return [];
          const at = formatDayTime(slot.startAt, shown);
          return [{ value: site.id, label: t('site.earliest', { name: nameOf(site), at }) }];
        })}
        onChange={(id) => {
          setSite(id);
          setStart('');
        }}
      />
      {alternatives ? (
        <div className="notice notice-near" role="alert">
          <p>{t('taken')}</p>
          <Times
            times={alternatives}
            chosen={startAt}
            withDay
            onChoose={(time) => {
              setStart(time.startAt);
              setSite(time.siteId);
            }}
          />
        </div>
      ) : null}
      {siteId === '' ? null : <TimePicker wish={wish} siteId={siteId} chosen={startAt} onChoose={setStart} />}
      {moving ? null : (
        <>
          <Field id="caller-name" label={t('name')}>
            {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <Choice
            id="caller-language"
            label={t('language')}
            value={language}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={setLanguage}
          />
          <MaterialToBring materials={item.data?.material?.materials ?? []} />
        </>
      )}
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {moving ? t('move') : t('book')}
      </Button>
    </ActForm>
  );
}
