import { useRef, useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import type { TicketDetailDto } from '@shared/api/generated/hotline.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { isStale, StaleNotice } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useSeen } from '../controls/use-seen.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { useNameOf } from '../directory/unit.queries.js';
import { termWords } from '../terms/terms.words.js';
import { AcceptForm } from './accept-form.js';
import { DispatchForm } from './dispatch-form.js';
import { TextActForm } from './text-act-form.js';
import { changesOf } from './ticket-changes.js';
import { useTicketAct, type TicketAct } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';

/** The acts in the order of how often they are the right one. */
const ACTS = ['dispatch', 'accept', 'reply', 'answer', 'return', 'refuse', 'uphold', 'set_aside'] as const;
type ActName = (typeof ACTS)[number];

export interface ActFormProps {
  ticket: TicketDetailDto;
  /** Asks with a sentence that names the consequence, does it, then calls `onDone`. */
  ask: (act: TicketAct, consequence: string, onDone: () => void) => void;
}

interface TicketActsProps {
  ticket: TicketDetailDto;
  onReload: () => Promise<unknown>;
}

/** What this person may do with the ticket now. The first act lies open; the others are one key away. */
export function TicketActs({ ticket, onReload }: TicketActsProps) {
  const t = useWords(ticketWords);
  const term = useWords(termWords);
  const nameOf = useNameOf();
  const { seen, stale, catchUp } = useSeen(ticket, `ticket.${ticket.id}.`);
  const allowed = ACTS.filter((act) => seen.allowed.includes(act));
  const [chosen, setChosen] = useState<ActName | null>(null);
  const open = chosen && allowed.includes(chosen) ? chosen : (allowed[0] ?? null);
  const [done, setDone] = useState<string | null>(null);
  const acts = useActs();
  const doAct = useTicketAct(ticket.id);
  const panel = useRef<HTMLElement>(null);
  useShortcut('a', () => {
    panel.current?.querySelector<HTMLElement>('textarea, select, .act-form button, .act-choice button')?.focus();
  });

  const ask: ActFormProps['ask'] = (act, consequence, onDone) =>
    acts.ask({
      consequence,
      act: t(`act.${act.act}`),
      danger: act.act === 'refuse' || act.act === 'return',
      run: () => doAct.mutateAsync({ act, version: seen.version }),
      onDone: () => {
        onDone();
        setChosen(null);
        setDone(t(`done.${act.act}`));
        panel.current?.focus();
      },
      onFailed: (problem) => {
        setDone(null);
        if (isStale(problem)) void onReload();
      },
    });
  const form = { ticket: seen, ask };

  return (
    <section className="acts" aria-labelledby="acts-title" ref={panel} tabIndex={-1}>
      <h3 id="acts-title">{t('acts')}</h3>
      <p role="status" className={done ? 'notice notice-ok' : 'visually-hidden'}>
        {done ?? ''}
      </p>
      {stale ? (
        <StaleNotice changes={changesOf(seen, ticket, t, term, nameOf)} onContinue={catchUp} />
      ) : (
        <ProblemAlert error={acts.error} />
      )}
      {seen.review?.ownDecision ? <p className="notice">{t('acts.ownDecision')}</p> : null}
      {allowed.length === 0 && !seen.review?.ownDecision ? <p className="soft">{t('acts.none')}</p> : null}
      {allowed.length > 1 ? (
        <div className="act-choice" role="group" aria-label={t('acts')}>
          {allowed.map((act) => (
            <Button
              key={act}
              type={act === open ? 'primary' : 'default'}
              ghost={act === open}
              aria-pressed={act === open}
              onClick={() => setChosen(act)}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {open === 'dispatch' ? <DispatchForm {...form} /> : null}
      {open === 'accept' ? <AcceptForm {...form} /> : null}
      {open === null || open === 'dispatch' || open === 'accept' ? null : (
        <TextActForm key={open} act={open} {...form} />
      )}
      {acts.dialog}
    </section>
  );
}
