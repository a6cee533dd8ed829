import type { Translate } from '@shared/i18n/words.js';
import type { TicketDetailDto } from '@shared/api/generated/hotline.js';
import type { Change } from '../controls/stale-notice.js';
import type { termWords } from '../terms/terms.words.js';
import type { ticketWords } from './ticket.words.js';

/** What differs, as the person reads it, between the ticket that was seen and the ticket as it is. */
export function changesOf(
  was: TicketDetailDto,
  now: TicketDetailDto,
  t: Translate<(typeof ticketWords)['zh-CN']>,
  term: Translate<(typeof termWords)['zh-CN']>,
  nameOf: (names: { nameZh: string; nameEn: string }) => string,
): Change[] {
  const unit = (ticket: TicketDetailDto) =>
    nameOf({ nameZh: ticket.unitNameZh ?? '—', nameEn: ticket.unitNameEn ?? '—' });
  const lines: Change[] = [
    { label: t('change.state'), was: term(`state.${was.state}`), now: term(`state.${now.state}`) },
    { label: t('change.unit'), was: unit(was), now: unit(now) },
    { label: t('change.reply'), was: was.reply?.text ?? '—', now: now.reply?.text ?? '—' },
    { label: t('change.card'), was: cardOf(was), now: cardOf(now) },
  ];
  return lines.filter((line) => line.was !== line.now);

  function cardOf(ticket: TicketDetailDto): string {
    return ticket.card ? term(`card.${ticket.card}`) : '—';
  }
}
