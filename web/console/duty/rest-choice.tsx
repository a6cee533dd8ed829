import { useState } from 'react';
import type { RestBody, RosterDetail } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Choice, Field } from '../controls/field.js';
import type { Acts } from '../controls/use-acts.js';
import { ChoiceDialog } from './choice-dialog.js';
import type { DayCell } from './duty-grid.js';
import { useDutyNames } from './duty-names.js';
import type { RosterActs } from './duty.queries.js';
import { sessionWords } from '../schedule/session.words.js';
import { dutyWords } from './duty.words.js';

interface RestChoiceProps {
  roster: RosterDetail;
  cell: DayCell;
  acts: Acts;
  steps: RosterActs;
  onClose: () => void;
}

/** 轮休: gives a half-day worked on a rest day back on this one, or takes it off the roster again. */
export function RestChoice({ roster, cell, acts, steps, onClose }: RestChoiceProps) {
  const t = useWords(dutyWords);
  const term = useWords(sessionWords);
  const names = useDutyNames(roster);
  const [officerId, setOfficer] = useState('');
  const [session, setSession] = useState<RestBody['session']>('morning');
  const owed = roster.balance.filter(({ owedHalfDays }) => owedHalfDays > 0);
  // Open until it is done: the second press of a double click must not fall on the page below.
  const rest = (body: Omit<RestBody, 'day'>) =>
    acts.now({ run: () => steps.rest({ ...body, day: cell.day }), onDone: onClose, onFailed: onClose });
  return (
    <ChoiceDialog title={t('rest.title', { day: names.day(cell.day) })} onClose={onClose}>
      {cell.rests.length > 0 ? (
        <ul className="duty-rests">
          {cell.rests.map((one) => (
            <li key={one.officerId + one.session}>
              {t('rest.line', { who: names.officer(one.officerId), half: term(`session.${one.session}`) })}
              <Button size="small" onClick={() => rest({ ...one, given: false })}>
                {t('rest.take')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <ActForm onSubmit={() => (officerId === '' ? undefined : rest({ officerId, session, given: true }))}>
        <Field id="rest-officer" label={t('rest.officer')}>
          {(control) => (
            <select {...control} value={officerId} onChange={(event) => setOfficer(event.target.value)}>
              <option value="">{t('rest.choose')}</option>
              {owed.map((one) => (
                <option key={one.officerId} value={one.officerId}>
                  {t('rest.owed', { who: one.name, owed: one.owedHalfDays })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Choice
          id="rest-half"
          label={t('rest.half')}
          value={session}
          options={(['morning', 'afternoon'] as const).map((value) => ({ value, label: term(`session.${value}`) }))}
          onChange={setSession}
        />
        <Button type="primary" htmlType="submit" disabled={officerId === ''} loading={acts.busy}>
          {t('rest.give')}
        </Button>
      </ActForm>
    </ChoiceDialog>
  );
}
