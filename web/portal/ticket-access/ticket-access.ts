import { useEffect, useRef, useState } from 'react';
import { sessionStore } from '@shared/http/session-store.js';
import { citizenLookUp, type TicketProgressDto } from '../hotline.js';

/** Number and query code: all that opens a ticket, and it opens it without an account. */
export interface Access {
  number: string;
  code: string;
}

/** A ticket that was opened with its number and code. */
export interface Opened {
  access: Access;
  progress: TicketProgressDto;
}

const STORED = 'sunline.ticket';
const store = sessionStore();

function kept(): Access | null {
  const [number, code] = store.getItem(STORED)?.split(' ') ?? [];
  return number && code ? { number, code } : null;
}

/**
 * The ticket a citizen is looking at, kept open for this tab so that going from progress to rating asks nothing twice.
 * @param number from the link of a text message; another ticket kept open is then closed
 */
export function useTicketAccess(number?: string) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isPending, setPending] = useState(() => mayReopen(number));
  const [problem, setProblem] = useState<unknown>(null);
  const onItsWay = useRef(false);

  const open = async (access: Access): Promise<void> => {
    if (onItsWay.current) return;
    onItsWay.current = true;
    setPending(true);
    setProblem(null);
    try {
      const progress = await citizenLookUp(access);
      store.setItem(STORED, `${progress.number} ${access.code}`);
      setOpened({ access, progress });
    } catch (error) {
      setProblem(error);
    } finally {
      onItsWay.current = false;
      setPending(false);
    }
  };

  const close = () => {
    store.removeItem(STORED);
    setOpened(null);
  };

  useEffect(() => {
    const access = kept();
    if (access && mayReopen(number)) void open(access);
    // Once, when the page opens: afterwards the citizen says which ticket to look at.
  }, []);

  return { opened, isPending, problem, open, close, show: setOpened };
}

function mayReopen(number: string | undefined): boolean {
  const access = kept();
  return access !== null && (number === undefined || number === access.number);
}
