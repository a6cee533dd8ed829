import { decodeCursor, toPage } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ContactRequestView } from './contact-request-view.js';
import type { ContactRequestListQuery, ContactRequestPage, ContactRequestProgressDto } from './contact-request.dto.js';
import { ContactRequestRepository } from './contact-requests.repository.js';
import { requestCode } from './domain/request-code.js';

/** The 24-hour contact list, and a request as its citizen sees it. */
@Injectable()
export class ContactList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: ContactRequestRepository,
    private readonly view: ContactRequestView,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  async list({ state, site, after, limit }: ContactRequestListQuery): Promise<ContactRequestPage> {
    const [dueAt, id] = decodeCursor(after, ['instant', 'uuid']) ?? [];
    const found = await this.requests.list(
      this.dataSource.manager,
      { state: state ?? null, siteId: site ?? null },
      { after: dueAt === undefined ? null : { dueAt: new Date(dueAt), id: String(id) }, limit },
    );
    const page = toPage(
      found,
      limit,
      (request) => [request.contactDueAt.toISOString(), request.id],
      (request) => this.view.row(request),
    );
    return { items: [...page.items], next: page.next };
  }

  /** @throws NotFound */
  async progress(typed: string): Promise<ContactRequestProgressDto> {
    const code = requestCode(typed);
    const request = code === null ? null : await this.requests.byCode(this.dataSource.manager, code);
    if (!request) throw new NotFound();
    return this.view.progress(request);
  }
}
