import { useState, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../../controls/button.js';
import { interviewWords } from '../interview.words.js';

interface RevisableProps {
  done: boolean;
  /** Until the next step is done, the one before may be written anew. */
  mayRevise: boolean;
  text: ReactNode;
  form: (close: () => void) => ReactNode;
  /** What stands below the text, and is decided in the form while it is open. */
  below?: ReactNode;
}

/** A step's text once it is done, its form while it is to do, and the way back from the one to the other. */
export function Revisable({ done, mayRevise, text, form, below }: RevisableProps) {
  const t = useWords(interviewWords);
  const [revising, setRevising] = useState(false);
  if (!done) return mayRevise ? form(() => undefined) : null;
  if (!revising || !mayRevise) {
    return (
      <>
        {text}
        {mayRevise ? (
          <Button size="small" onClick={() => setRevising(true)}>
            {t('revise')}
          </Button>
        ) : null}
        {below}
      </>
    );
  }
  return (
    <>
      {form(() => setRevising(false))}
      <Button size="small" onClick={() => setRevising(false)}>
        {t('revise.cancel')}
      </Button>
    </>
  );
}
