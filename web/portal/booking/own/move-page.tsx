import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ApiProblem } from '@shared/http/problem.js';
import { useWords } from '@shared/i18n/use-words.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath, useBooking } from './use-booking.js';
import type { Offered } from '../draft.js';
import { alternativesOf } from '../hold.js';
import { SlotList } from '../slot-list.js';
import { TakenNotice } from '../taken-notice.js';
import { When } from '../when.js';
import { bookingRead, bookingMove, type BookingDto } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

/** 改期 in one step: the old time stays until the new one is sure (domain.md §3). */
export function MovePage({ code }: { code: string }) {
  const t = useWords(ownWords);
  const answer = useBooking(code);
  const { booking, move, pendingAt, problem, taken, isStale } = useMoving(answer.value);
  if (booking === null) return <MissingPage answer={answer} />;
  if (!booking.allowed.includes('move')) return <Redirect to={ownPath(code)} replace />;
  const { itemCode, siteId, people, green, homeVisit, startAt, endAt } = booking;
  return (
    <Page key="there" title={t('moveTitle')} back={{ href: ownPath(code), label: t('back') }}>
      {isStale && (
        <p className="note note-sun" role="alert">
          {t('stale')}
        </p>
      )}
      <p>
        {t('moveNow')}
        <When startAt={startAt} endAt={endAt} />
        <span className="block">{t('moveKept')}</span>
      </p>
      {taken !== null && <TakenNotice alternatives={taken} siteId={siteId} pendingAt={pendingAt} onChoose={move} />}
      <ProblemNotice problem={problem} title={t('notMoved')} />
      <SlotList
        key={taken?.[0]?.startAt}
        question={{ item: itemCode, site: siteId, people, green, homeVisit }}
        pendingAt={pendingAt}
        heldAt={startAt}
        onChoose={move}
      />
    </Page>
  );
}

/** @param read the booking as the page read it; where it had changed when it was to be moved, it goes on as it was then */
function useMoving(read: BookingDto | null) {
  const [, go] = useLocation();
  const [changed, setChanged] = useState<BookingDto | null>(null);
  const booking = changed ?? read;
  const { send, isPending, problem } = useSending();
  const [pendingAt, setPendingAt] = useState<string | null>(null);
  const [taken, setTaken] = useState<readonly Offered[] | null>(null);
  const [isStale, setStale] = useState(false);

  const move = (slot: Offered) => {
    if (booking === null) return;
    send(async () => {
      setPendingAt(slot.startAt);
      setStale(false);
      setTaken(null);
      const outcome = await moved(booking, slot);
      if (outcome === 'moved') return go(`${ownPath(booking.code)}?moved`, { replace: true });
      if ('changed' in outcome) {
        setChanged(outcome.changed);
        setStale(true);
      } else setTaken(outcome);
    });
  };
  return { booking, move, pendingAt: isPending ? pendingAt : null, problem, taken, isStale };
}

/** Moves; says so where the booking had changed meanwhile (412), or where somebody was faster, with the nearest times. */
async function moved(
  booking: BookingDto,
  { siteId, startAt }: Offered,
): Promise<'moved' | { changed: BookingDto } | readonly Offered[]> {
  const { code, version } = booking;
  const wish = { siteId, startAt };
  try {
    await keyed('move', { code, version, wish }, ({ headers }) =>
      bookingMove(code, wish, { headers: { ...headers, 'If-Match': `"${version}"` } }),
    );
    return 'moved';
  } catch (error) {
    const alternatives = alternativesOf(error);
    if (alternatives !== null) return alternatives;
    if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
    // If that change was this very one, and only its answer was lost, it is moved.
    const now = await bookingRead(code);
    return now.siteId === siteId && Date.parse(now.startAt) === Date.parse(startAt) ? 'moved' : { changed: now };
  }
}
