import { useWords } from '@shared/i18n/use-words.js';
import { termWords } from '../terms/terms.words.js';

/** 黄牌 or 红牌: a card in its colour with its word. */
export function CardMark({ colour }: { colour: 'yellow' | 'red' }) {
  const term = useWords(termWords);
  return <span className={`card card-${colour}`}>{term(`card.${colour}`)}</span>;
}
