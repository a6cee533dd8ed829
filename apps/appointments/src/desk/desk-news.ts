import { CommittedEvents } from '@app/common/http/committed-events.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Tells the clerks' screens, after the commit, that a site's day has changed. */
@Injectable()
export class DeskNews {
  constructor(private readonly events: CommittedEvents) {}

  tell(em: EntityManager, { siteId, day }: { readonly siteId: string; readonly day: string }): void {
    const audience = { roles: ['operator', 'supervisor', 'handler'] } as const;
    this.events.add(em, { type: 'desk', data: { siteId, day }, audience });
  }
}
