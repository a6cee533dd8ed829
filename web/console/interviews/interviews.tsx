import { useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { AssignedTalks } from './assigned-talks.js';
import { CaseList } from './case-list.js';
import { CaseView } from './case-view.js';
import { interviewWords } from './interview.words.js';
import { useAssignedOnly } from './use-assigned-only.js';

/** 约谈: the cases, and the chosen one with its three steps. */
export function Interviews({ selected }: { selected: string | null }) {
  const t = useWords(interviewWords);
  const assignedOnly = useAssignedOnly();
  const [, go] = useLocation();
  useShortcut('Escape', () => go(`/interviews${location.search}`), selected !== null);
  return (
    <Workplace
      title={t('title')}
      chosen={selected !== null}
      list={assignedOnly ? <AssignedTalks selected={selected} /> : <CaseList selected={selected} />}
      item={selected ? <CaseView key={selected} id={selected} /> : <p className="empty">{t('none.chosen')}</p>}
    />
  );
}
