import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { isDissatisfied } from '@shared/request/request.js';
import { ratingWords } from './rating.words.js';
import { keyed } from '../form/keyed.js';
import { ScoreForm } from '../form/score-form.js';
import { citizenRate, type TicketProgressDto } from '../hotline.js';
import type { Opened } from '../ticket-access/ticket-access.js';

interface Props {
  ticket: Opened;
  onRated: (progress: TicketProgressDto) => void;
}

/** 评价 of a result; what the two lowest scores lead to is said before they are sent. */
export function RatingForm({ ticket, onRated }: Props) {
  const t = useWords(ratingWords);
  return (
    <ScoreForm
      label={t('score')}
      commentHint={t('commentHint')}
      consequence={(score) => isDissatisfied(score) && <Invitation />}
      onSend={async (given) => {
        const rating = { ...ticket.access, ...given };
        onRated(await keyed('rating', rating, (options) => citizenRate(rating, options)));
      }}
    />
  );
}

function Invitation() {
  const t = useWords(ratingWords);
  return (
    <div className="note note-sun">
      <h2 className="with-icon">
        <Icon name="people" />
        {t('invitation')}
      </h2>
      <p>{t('invitationBody')}</p>
    </div>
  );
}
