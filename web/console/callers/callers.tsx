import { Input } from 'antd';
import { useState } from 'react';
import type { BookingDto } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Field } from '../controls/field.js';
import { BookForm } from './book-form.js';
import { callerWords } from './callers.words.js';
import { OwnBookings } from './own-bookings.js';

/** An operator books for somebody on the telephone: the number first, what it has booked, then a new booking. */
export function Callers() {
  const t = useWords(callerWords);
  const [typed, setTyped] = useState('');
  const [phone, setPhone] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [moving, setMoving] = useState<BookingDto | null>(null);
  const search = () => {
    const number = typed.trim();
    setMissing(number === '');
    if (number !== '') setPhone(number);
  };
  return (
    <div className="page callers">
      <h1>{t('title')}</h1>
      <ActForm onSubmit={search}>
        <Field
          id="caller-phone"
          label={t('phone')}
          hint={t('phone.hint')}
          required
          error={isMissing ? t('phone.missing') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="tel"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit">{t('search')}</Button>
      </ActForm>
      <div className="callers-panes">
        <BookForm
          key={moving?.code ?? 'new'}
          phone={typed.trim()}
          moving={moving}
          onPhoneMissing={() => setMissing(true)}
          onDone={() => {
            setMoving(null);
            setPhone(typed.trim() || null);
          }}
        />
        {phone === null ? null : <OwnBookings phone={phone} onMove={setMoving} />}
      </div>
    </div>
  );
}
