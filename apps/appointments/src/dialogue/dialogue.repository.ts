import { TalkRepository } from '@app/common/text-messages/talk.repository.js';
import { Injectable } from '@nestjs/common';
import type { Draft, Question } from './domain/dialogue-state.js';

/** Talks about bookings. A draft names an item and a site, which tells nothing of who it is. */
@Injectable()
export class DialogueRepository extends TalkRepository<Question, Draft> {
  protected draftAs(draft: Draft): unknown {
    return draft;
  }

  protected draftFrom(stored: unknown): Draft {
    return stored as Draft;
  }
}
