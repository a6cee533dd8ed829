import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Field } from '../controls/field.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { SelectField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useDeskActs, type DeskWindow } from './desk.queries.js';
import { deskWords } from './desk.words.js';
import { useOfferedItems } from './offered-items.js';

interface ArrivalsProps {
  siteId: string;
  windows: readonly DeskWindow[];
}

/** Who comes through the door: a booking's code, or a matter and a number. */
export function Arrivals({ siteId, windows }: ArrivalsProps) {
  const t = useWords(deskWords);
  const [number, setNumber] = useState<number | null>(null);
  return (
    <section className="desk-pane" aria-labelledby="desk-arrivals">
      <h2 id="desk-arrivals">{t('arrive.title')}</h2>
      <CheckIn siteId={siteId} onNumber={setNumber} />
      <WalkIn siteId={siteId} windows={windows} onNumber={setNumber} />
      <p role="status" className="desk-arrived">
        {number === null ? null : t('arrived', { number })}
      </p>
    </section>
  );
}

interface GivesNumber {
  siteId: string;
  onNumber: (number: number | null) => void;
}

function CheckIn({ siteId, onNumber }: GivesNumber) {
  const t = useWords(deskWords);
  const desk = useDeskActs(siteId);
  const acts = useActs();
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const typed = code.trim();
    setMissing(typed === '');
    if (typed === '') return;
    onNumber(null);
    acts.now({
      run: () => desk.checkIn(typed).then((visit) => onNumber(visit.number)),
      // The next one may have been scanned meanwhile.
      onDone: () => setCode((now) => (now.trim() === typed ? '' : now)),
    });
  };
  return (
    <ActForm onSubmit={submit}>
      <ProblemAlert error={acts.error} />
      <Field id="desk-code" label={t('code')} hint={t('code.hint')} error={isMissing ? t('code.missing') : undefined}>
        {(control) => (
          <Input
            {...control}
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" loading={acts.busy}>
        {t('checkIn')}
      </Button>
    </ActForm>
  );
}

function WalkIn({ siteId, windows, onNumber }: GivesNumber & { windows: readonly DeskWindow[] }) {
  const t = useWords(deskWords);
  const nameOf = useNameOf();
  const desk = useDeskActs(siteId);
  const acts = useActs();
  const items = useOfferedItems(windows);
  const [item, setItem] = useState('');
  const [green, setGreen] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    setMissing(item === '');
    if (item === '') return;
    onNumber(null);
    acts.now({
      run: () => desk.walkIn(item, green).then((visit) => onNumber(visit.number)),
      onDone: () => {
        setItem('');
        setGreen(false);
      },
    });
  };
  return (
    <ActForm onSubmit={submit}>
      <h3>{t('walkIn')}</h3>
      <ProblemAlert error={acts.error ?? items.error} />
      <SelectField
        id="desk-item"
        label={t('walkIn.item')}
        none={t('walkIn.choose')}
        error={isMissing ? t('walkIn.missing') : undefined}
        value={item}
        options={items.offered.map((one) => ({ value: one.code, label: nameOf(one) }))}
        onChange={setItem}
      />
      <div className="tick">
        <input type="checkbox" id="desk-green" checked={green} onChange={(event) => setGreen(event.target.checked)} />
        <label htmlFor="desk-green">{t('walkIn.green')}</label>
      </div>
      <Button htmlType="submit" loading={acts.busy}>
        {t('walkIn.take')}
      </Button>
    </ActForm>
  );
}
