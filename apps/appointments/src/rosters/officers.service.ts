import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { toPage } from '@app/common/http/page.js';
import { NotFound, RuleBroken, StaleVersion } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StaffAccounts } from '../accounts/staff-accounts.js';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { isQualified, type Post } from './domain/roster.js';
import type {
  OfficerBody,
  OfficerChange,
  OfficerListQuery,
  OfficerPage,
  OfficerRow,
  PostSeats,
  PostSeatsBody,
  PostSeatsList,
} from './officer.dto.js';
import { OfficerRepository } from './officers.repository.js';

/** Officers, and the A and B person of each post. */
@Injectable()
export class Officers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly officers: OfficerRepository,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly accounts: StaffAccounts,
    private readonly clock: Clock,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  async list(query: OfficerListQuery): Promise<OfficerPage> {
    const rows = await this.officers.list(this.dataSource.manager, query);
    const page = toPage(
      rows,
      query.limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: [...page.items], next: page.next };
  }

  /** @throws NotFound where there is no such site; RuleBroken (422) `no-such-account` */
  async add(actor: StaffActor, key: IdempotencyContext, body: OfficerBody): Promise<OfficerRow> {
    await this.accounts.requireFit(body.staffId, null);
    return this.idempotency.once(key, async (em) => {
      const { siteId, name, qualifications, mayLead, staffId = null } = body;
      if (!(await this.officers.siteExists(em, siteId))) throw new NotFound();
      const officer = { id: newId(), siteId, staffId, name, qualifications, mayLead, active: true, version: 1 };
      await this.officers.insert(em, officer);
      await this.note(em, actor, officer, 'added');
      return officer;
    });
  }

  /**
   * @throws NotFound, StaleVersion (412), RuleBroken (422) `no-such-account`, `officer-has-post` for somebody who leaves
   *   a seat behind
   */
  async change(actor: StaffActor, id: string, version: number, body: OfficerChange): Promise<OfficerRow> {
    const before = await this.officers.find(this.dataSource.manager, id);
    await this.accounts.requireFit(body.staffId, before?.staffId ?? null);
    return this.dataSource.transaction(async (em) => {
      const officer = await this.officers.lock(em, id);
      if (!officer) throw new NotFound();
      if (officer.version !== version) throw new StaleVersion({ current: officer.version });
      const { name, qualifications, mayLead, active, staffId = officer.staffId } = body;
      const changed = { ...officer, name, qualifications, mayLead, active, staffId };
      const seated = (await this.officers.posts(em, officer.siteId)).find(
        ({ aOfficerId, bOfficerId }) => !active && [aOfficerId, bOfficerId].includes(id),
      );
      if (seated)
        throw new RuleBroken('officer-has-post', { postId: seated.id, postZh: seated.nameZh, postEn: seated.nameEn });
      await this.officers.update(em, changed);
      await this.note(em, actor, changed, 'changed');
      return { ...changed, version: version + 1 };
    });
  }

  async seats(siteId: string): Promise<PostSeatsList> {
    return { items: await this.officers.posts(this.dataSource.manager, siteId) };
  }

  /**
   * Names the A and B person of a post. Duties given already stay as they are; those of published rosters whose officer
   * is neither any more show as violations.
   * @throws NotFound, StaleVersion (412), RuleBroken `a-is-b`, `not-of-the-site`, `officer-not-qualified`
   */
  seat(actor: StaffActor, id: string, version: number, body: PostSeatsBody): Promise<PostSeats> {
    return this.dataSource.transaction(async (em) => {
      const post = await this.officers.lockPost(em, id);
      if (!post) throw new NotFound();
      if (post.version !== version) throw new StaleVersion({ current: post.version });
      const { aOfficerId, bOfficerId } = body;
      if (aOfficerId !== null && aOfficerId === bOfficerId) throw new RuleBroken('a-is-b');
      for (const officerId of [aOfficerId, bOfficerId]) await this.requireFit(em, post, officerId);
      const changed = { ...post, aOfficerId, bOfficerId };
      await this.officers.seat(em, changed);
      const detail = { aOfficerId, bOfficerId };
      const entry = { itemType: 'post', itemId: id, action: 'seated', actor, at: this.clock.now(), detail };
      await this.ledger.write(em, entry);
      this.news.tell(em, post.siteId);
      return { ...changed, version: version + 1 };
    });
  }

  private async requireFit(em: EntityManager, post: PostSeats & Post, officerId: string | null): Promise<void> {
    if (officerId === null) return;
    const officer = await this.officers.find(em, officerId);
    if (!officer?.active || officer.siteId !== post.siteId) throw new RuleBroken('not-of-the-site', { officerId });
    if (!isQualified({ ...officer, absences: [] }, post)) {
      throw new RuleBroken('officer-not-qualified', { officerId, name: officer.name });
    }
  }

  /** A colleague's name may change; the ledger keeps what they may do. */
  private async note(em: EntityManager, actor: StaffActor, officer: OfficerRow, action: string): Promise<void> {
    const { id, siteId, staffId, qualifications, mayLead, active } = officer;
    const detail = { siteId, staffId, qualifications, mayLead, active };
    await this.ledger.write(em, { itemType: 'officer', itemId: id, action, actor, at: this.clock.now(), detail });
    this.news.tell(em, siteId);
  }
}
