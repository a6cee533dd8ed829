import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { TalkRepository } from '@app/common/text-messages/talk.repository.js';
import { Injectable } from '@nestjs/common';
import type { RequestDraft, RequestQuestion } from './domain/request-talk.js';

/** Talks about requests. What citizens have written so far is sealed: it may name them, and whom they report. */
@Injectable()
export class RequestTalks extends TalkRepository<RequestQuestion, RequestDraft> {
  constructor(private readonly box: SealedBox) {
    super();
  }

  protected draftAs(draft: RequestDraft): unknown {
    return this.box.seal(JSON.stringify(draft));
  }

  protected draftFrom(stored: unknown): RequestDraft {
    return JSON.parse(this.box.open(String(stored))) as RequestDraft;
  }
}
