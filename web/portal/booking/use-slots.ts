import { useEffect, useRef, useState } from 'react';
import { dayOf } from '@shared/dates/format.js';
import type { SlotQuestion } from './question.js';
import { heardFromService, serviceNow } from './service-clock.js';
import { dayAfter, nextSpan, type Filter } from './slot-search.js';
import { slotFree, type SlotDayDto } from '../appointments.js';

interface Found {
  days: readonly SlotDayDto[];
  /** First day not asked for yet. */
  from: string;
  isLooking: boolean;
  /** Whether there are later days to ask for. */
  hasMore: boolean;
  problem: unknown;
}

const NOTHING: Found = { days: [], from: '', isLooking: true, hasMore: true, problem: null };

/**
 * Free times of a site, the earliest first: a week at a time, and on through empty weeks until something is found or
 * every day that may be booked has been asked for.
 */
export function useSlots(question: SlotQuestion & { site: string }, filter: Filter) {
  const key = JSON.stringify({ question, filter });
  const [found, setFound] = useState<Found & { key: string }>({ ...NOTHING, key });
  const latest = useRef(key);
  latest.current = key;

  const look = async (before: Found): Promise<void> => {
    const { site, item, ...answers } = question;
    const isCurrent = () => latest.current === key;
    setFound({ ...before, key, isLooking: true, problem: null });
    const days = [...before.days];
    let { from } = before;
    try {
      for (;;) {
        const today = dayOf(serviceNow());
        const span = nextSpan(filter, today, from < today ? today : from);
        if (span === null) break;
        const answer = await slotFree(site, item, {
          ...answers,
          ...(filter === 'all' ? {} : { session: filter }),
          $from: span.from,
          to: span.to,
        });
        heardFromService(answer.asOf);
        if (!isCurrent()) return;
        const more = answer.days.filter((day) => day.slots.length > 0);
        days.push(...more);
        from = dayAfter(span.to, 1);
        if (more.length > 0) break;
      }
      const hasMore = nextSpan(filter, dayOf(serviceNow()), from) !== null;
      setFound({ key, days, from, isLooking: false, hasMore, problem: null });
    } catch (problem) {
      if (isCurrent()) setFound({ key, days, from, isLooking: false, hasMore: true, problem });
    }
  };

  useEffect(() => {
    void look(NOTHING);
    // `key` says what is asked for; `look` is made anew with every drawing.
  }, [key]);

  const shown = found.key === key ? found : NOTHING;
  return {
    ...shown,
    more: () => void look(shown),
    /** From the beginning: what was free a minute ago may be taken now. */
    again: () => void look(NOTHING),
  };
}
