import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { shiftDay } from '@app/common/calendar/zone.js';
import { figuresRead, type FigureGroup, type FiguresRow } from '@shared/api/generated/appointments.js';
import { formatDateTime, formatMonthDay } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Choice } from '../controls/field.js';
import { officeDay, officeInstant } from '../controls/office-time.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { DayField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useNow } from '../shell/system-clock.js';
import { chartValue, FIGURES, shownValue, valueOf, type FigureName } from './figure-values.js';
import { figureWords } from './figures.words.js';

const BarChart = lazy(() => import('./bar-chart.js').then((module) => ({ default: module.BarChart })));

const GROUPS: readonly FigureGroup[] = ['site', 'item', 'week'];
const FIRST_SHOWN_DAYS = 28;

interface Period {
  from: string;
  to: string;
}

/** How appointments go: use, fill, waits, no-shows, extended hours; by site, matter or week. */
export function Figures() {
  const t = useWords(figureWords);
  const today = officeDay(useNow());
  const [typed, setTyped] = useState<Period>({ from: shiftDay(today, -FIRST_SHOWN_DAYS), to: today });
  const [period, setPeriod] = useState(typed);
  const [by, setBy] = useState<FigureGroup>('site');
  const [isMissing, setMissing] = useState(false);
  const figures = useQuery({
    queryKey: ['figures', by, period],
    queryFn: () => figuresRead(by, period.from, period.to),
  });
  const submit = () => {
    const missing = typed.from === '' || typed.to === '';
    setMissing(missing);
    if (!missing) setPeriod(typed);
  };
  return (
    <div className="page figures-page">
      <h1>{t('title')}</h1>
      <ActForm onSubmit={submit}>
        <div className="figures-period">
          <DayField
            id="figures-from"
            label={t('from')}
            value={typed.from}
            error={isMissing ? t('missing.days') : undefined}
            onChange={(from) => setTyped({ ...typed, from })}
          />
          <DayField id="figures-to" label={t('to')} value={typed.to} onChange={(to) => setTyped({ ...typed, to })} />
          <Button htmlType="submit">{t('read')}</Button>
        </div>
      </ActForm>
      <Choice
        id="figures-by"
        className="figures-choice"
        label={t('by')}
        value={by}
        options={GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={setBy}
      />
      <ProblemAlert error={figures.error} onAgain={() => void figures.refetch()} />
      {figures.isPending ? <Loading lines={6} /> : null}
      {figures.data ? <Shown {...figures.data} /> : null}
      <a
        className="figures-csv"
        href={`/api/appointments/figures/csv?by=${by}&from=${period.from}&to=${period.to}`}
        download
      >
        {t('csv')}
      </a>
    </div>
  );
}

interface ShownProps {
  asOf: string;
  rows: FiguresRow[];
  total: FiguresRow;
}

function Shown({ asOf, rows, total }: ShownProps) {
  const t = useWords(figureWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const [charted, setCharted] = useState<FigureName>('fill');
  const name = ({ key, nameZh, nameEn }: FiguresRow) =>
    nameZh && nameEn ? nameOf({ nameZh, nameEn }) : formatMonthDay(officeInstant(key, '12:00'), shown);
  const text = (row: FiguresRow, figure: FigureName) => shownValue(valueOf(row, figure), figure) ?? t('unknown');
  const bars = useMemo(
    () => rows.map((row) => ({ name: name(row), value: chartValue(valueOf(row, charted), charted) })),
    // The names change with the rows and the language only.
    [rows, charted, shown],
  );
  return (
    <>
      <p className="soft">{t('asOf', { at: formatDateTime(asOf, shown) })}</p>
      <ul className="figures" aria-label={t('total')}>
        {(['use', 'fill', 'wait', 'noShow', 'unserved', 'extended'] as const).map((figure) => (
          <li key={figure}>
            <div className="figure">
              <strong>{text(total, figure)}</strong>
              <span>{t(`figure.${figure}`)}</span>
            </div>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <p className="empty">{t('none')}</p>
      ) : (
        <>
          <Choice
            id="figures-charted"
            className="figures-choice"
            label={t('chart.of')}
            value={charted}
            options={FIGURES.map((value) => ({ value, label: t(`figure.${value}`) }))}
            onChange={setCharted}
          />
          <Suspense fallback={null}>
            <BarChart label={t('chart', { figure: t(`figure.${charted}`) })} bars={bars} />
          </Suspense>
          <div className="figures-table" tabIndex={0} role="region" aria-label={t('title')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('key')}</th>
                  {FIGURES.map((figure) => (
                    <th scope="col" key={figure}>
                      {t(`figure.${figure}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...rows, total].map((row, n) => (
                  <tr key={n} data-total={row === total || undefined}>
                    <th scope="row">{row === total ? t('total') : name(row)}</th>
                    {FIGURES.map((figure) => (
                      <td key={figure}>{text(row, figure)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
