import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BookedTimes } from '../catalogue/booked-times.js';
import { CatalogueChanges, requireItems, requireSites } from '../catalogue/catalogue-changes.js';
import { CodeTaken } from '../catalogue/catalogue.problems.js';
import { patternFault } from '../schedule/domain/pattern.js';
import type {
  NewWindowBody,
  WindowBody,
  WindowItemsBody,
  WindowList,
  WindowPatternBody,
  WindowRow,
} from './window.dto.js';
import { WindowRepository } from './windows.repository.js';

/** The windows of the sites: what they handle, at which post, in which hours of the week. */
@Injectable()
export class Windows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly windows: WindowRepository,
    private readonly changes: CatalogueChanges,
    private readonly booked: BookedTimes,
  ) {}

  async ofSite(siteId: string): Promise<WindowList> {
    return { items: await this.windows.ofSite(this.dataSource.manager, siteId) };
  }

  /** @throws CodeTaken (409), RuleBroken (422) `unknown-site`, `unknown-post`; StillRunning, KeyReused */
  create(actor: StaffActor, body: NewWindowBody, idempotency: IdempotencyContext): Promise<WindowRow> {
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      await requireSites(em, [body.siteId]);
      await this.requirePost(em, body.siteId, body.postId);
      if (!(await this.windows.insert(em, id, body))) throw new CodeTaken({ code: body.code });
      await this.changes.note(em, { actor, type: 'window', id, action: 'created' }, [body.siteId]);
      return this.read(em, id);
    });
  }

  /**
   * Citizens whose time a window closes that is taken out of use are told.
   * @throws NotFound, StaleVersion (412), RuleBroken (422) `unknown-post`
   */
  change(actor: StaffActor, id: string, version: number, body: WindowBody): Promise<WindowRow> {
    return this.alter({ actor, id, version, action: 'changed', detail: { ...body } }, async (em, { siteId }) => {
      await this.requirePost(em, siteId, body.postId);
      await this.windows.update(em, id, body);
    });
  }

  /** @throws NotFound, StaleVersion (412), RuleBroken (422) `unknown-item` */
  changeItems(actor: StaffActor, id: string, version: number, { items }: WindowItemsBody): Promise<WindowRow> {
    return this.alter({ actor, id, version, action: 'items-changed', detail: { items } }, async (em) => {
      await requireItems(em, items);
      await this.windows.replaceItems(em, id, items);
    });
  }

  /**
   * Gives the window another week. Bookings made before stay; citizens who lose their time by it are told.
   * @throws NotFound, StaleVersion (412), RuleBroken (422) `pattern-faulty` naming the session
   */
  changePattern(actor: StaffActor, id: string, version: number, { sessions }: WindowPatternBody): Promise<WindowRow> {
    const fault = patternFault(sessions);
    if (fault) throw new RuleBroken('pattern-faulty', { weekday: fault.weekday, session: fault.session });
    return this.alter({ actor, id, version, action: 'pattern-changed', detail: { sessions } }, (em) =>
      this.windows.replacePattern(em, id, sessions),
    );
  }

  private alter(
    act: { actor: StaffActor; id: string; version: number; action: string; detail: Record<string, unknown> },
    work: (em: EntityManager, window: WindowRow) => Promise<void>,
  ): Promise<WindowRow> {
    return this.changes.alter(
      { ...act, type: 'window' },
      act.version,
      async (em) => {
        const window = await this.read(em, act.id);
        const { siteId } = window;
        await this.booked.during(em, { siteId, actor: act.actor, reason: `window ${act.action}` }, () =>
          work(em, window),
        );
        return [siteId];
      },
      (em) => this.read(em, act.id),
    );
  }

  private async read(em: EntityManager, id: string): Promise<WindowRow> {
    const window = await this.windows.find(em, id);
    if (!window) throw new NotFound();
    return window;
  }

  private async requirePost(em: EntityManager, siteId: string, postId: string | null): Promise<void> {
    if (postId && !(await this.windows.hasPost(em, siteId, postId))) throw new RuleBroken('unknown-post', { postId });
  }
}
