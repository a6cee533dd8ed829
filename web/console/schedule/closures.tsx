import { useState } from 'react';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Choice } from '../controls/field.js';
import { officeDay } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { DayField } from '../controls/value-fields.js';
import { useDayName } from '../duty/duty-names.js';
import { useNow } from '../shell/system-clock.js';
import { Told } from './exceptions.js';
import { LineField } from './form-fields.js';
import { useClosures, useScheduleActs } from './schedule.queries.js';
import { scheduleWords } from './schedule.words.js';
import { TakenBackList } from './taken-back-list.js';

const EMPTY = { where: 'site' as 'site' | 'office', fromDay: '', toDay: '', reasonZh: '', reasonEn: '' };

/** Days on which the site, or the whole office, is closed. */
export function Closures({ siteId }: { siteId: string }) {
  const t = useWords(scheduleWords);
  const shown = useLanguage();
  const dayName = useDayName();
  const closures = useClosures(siteId, officeDay(useNow()));
  const steps = useScheduleActs(siteId);
  const [lost, setLost] = useState<number | null>(null);
  return (
    <section aria-labelledby="closures-title" className="schedule-columns">
      <div>
        <h2 id="closures-title" className="visually-hidden">
          {t('view.closures')}
        </h2>
        <p className="soft">{t('closures.hint')}</p>
        <ProblemAlert error={closures.error} onAgain={() => void closures.refetch()} />
        <TakenBackList
          empty={t('closures.none')}
          isFailed={closures.error !== null}
          rows={closures.data?.map((one) => ({
            id: one.id,
            words: `${t('week', { from: dayName(one.fromDay), to: dayName(one.toDay) })} · ${
              one.siteId === null ? t('closure.office') : t('closure.site')
            }`,
            reason: shown === 'zh-CN' ? one.reasonZh : one.reasonEn,
          }))}
          takeBack={steps.takeClosureBack}
          onLost={setLost}
        />
      </div>
      <div>
        {lost === null ? null : <Told count={lost} />}
        <ClosureForm siteId={siteId} onMade={setLost} />
      </div>
    </section>
  );
}

function ClosureForm({ siteId, onMade }: { siteId: string; onMade: (affected: number) => void }) {
  const t = useWords(scheduleWords);
  const dayName = useDayName();
  const steps = useScheduleActs(siteId);
  const acts = useActs();
  const { value, change, clear } = useDraft(`closure.${siteId}`, EMPTY);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const { fromDay, toDay, where } = value;
    const texts = { reasonZh: value.reasonZh.trim(), reasonEn: value.reasonEn.trim() };
    const missing = [fromDay, toDay, texts.reasonZh, texts.reasonEn].includes('');
    setMissing(missing);
    if (missing) return;
    acts.ask({
      consequence: t('closure.consequence', {
        where: t(`closure.${where}`),
        from: dayName(fromDay),
        to: dayName(toDay),
      }),
      act: t('closure.add'),
      danger: true,
      run: async () => {
        const made = await steps.close({ siteId: where === 'site' ? siteId : null, fromDay, toDay, ...texts });
        onMade(made.affected.length);
      },
      onDone: clear,
    });
  };
  return (
    <section aria-labelledby="closure-form-title" className="schedule-form">
      <h3 id="closure-form-title">{t('closure.add')}</h3>
      <ActForm onSubmit={submit}>
        <ProblemAlert error={acts.error} />
        {isMissing ? (
          <p className="field-error" role="alert">
            {t('closure.missing')}
          </p>
        ) : null}
        <Choice
          id="closure-where"
          label={t('closure.where')}
          value={value.where}
          options={[
            { value: 'site', label: t('closure.site') },
            { value: 'office', label: t('closure.office') },
          ]}
          onChange={(where) => change({ where })}
        />
        <div className="schedule-fields">
          <DayField
            id="closure-from"
            label={t('closure.from')}
            value={value.fromDay}
            onChange={(fromDay) => change({ fromDay })}
          />
          <DayField
            id="closure-to"
            label={t('closure.to')}
            value={value.toDay}
            onChange={(toDay) => change({ toDay })}
          />
        </div>
        <LineField
          id="closure-zh"
          label={t('reason.zh')}
          value={value.reasonZh}
          onChange={(reasonZh) => change({ reasonZh })}
        />
        <LineField
          id="closure-en"
          label={t('reason.en')}
          value={value.reasonEn}
          onChange={(reasonEn) => change({ reasonEn })}
        />
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {t('closure.add')}
        </Button>
      </ActForm>
      {acts.dialog}
    </section>
  );
}
