import { useRef, useState } from 'react';

/** One submission at a time: a press while one is on its way does nothing. */
export function useSending() {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const onItsWay = useRef(false);

  const send = async (act: () => Promise<void>): Promise<void> => {
    if (onItsWay.current) return;
    onItsWay.current = true;
    setPending(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(error);
      setRefusals((before) => before + 1);
    } finally {
      onItsWay.current = false;
      setPending(false);
    }
  };
  return {
    send: (act: () => Promise<void>) => void send(act),
    isPending,
    problem,
    /** How often it was refused; an error summary takes the focus again with each. */
    refusals,
  };
}
