import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueChanges, requireSites } from '../catalogue/catalogue-changes.js';
import type { NewPostBody, PostBody, PostList, PostRow } from './post.dto.js';

const MOST = 200;
const READ = `
SELECT id, site_id AS "siteId", name_zh AS "nameZh", name_en AS "nameEn", qualifications,
  a_officer_id AS "aOfficerId", b_officer_id AS "bOfficerId", version FROM post`;

/** The posts of the sites. Who holds them is decided with the roster. */
@Injectable()
export class Posts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: CatalogueChanges,
  ) {}

  async ofSite(siteId: string): Promise<PostList> {
    const text = `${READ} WHERE site_id = $1 ORDER BY name_zh, id LIMIT ${MOST}`;
    return { items: await this.dataSource.query(text, [siteId]) };
  }

  /** @throws RuleBroken (422) `unknown-site`; StillRunning, KeyReused */
  create(actor: StaffActor, body: NewPostBody, idempotency: IdempotencyContext): Promise<PostRow> {
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      await requireSites(em, [body.siteId]);
      await em.query('INSERT INTO post (id, site_id, name_zh, name_en, qualifications) VALUES ($1, $2, $3, $4, $5)', [
        id,
        body.siteId,
        body.nameZh,
        body.nameEn,
        body.qualifications,
      ]);
      await this.changes.note(em, { actor, type: 'post', id, action: 'created' }, []);
      return read(em, id);
    });
  }

  /** @throws NotFound, StaleVersion (412) */
  change(actor: StaffActor, id: string, version: number, body: PostBody): Promise<PostRow> {
    return this.changes.alter(
      { actor, type: 'post', id, action: 'changed', detail: { ...body } },
      version,
      async (em) => {
        const { nameZh, nameEn, qualifications } = body;
        await em.query('UPDATE post SET name_zh = $2, name_en = $3, qualifications = $4 WHERE id = $1', [
          id,
          nameZh,
          nameEn,
          qualifications,
        ]);
        return [];
      },
      (em) => read(em, id),
    );
  }
}

async function read(em: EntityManager, id: string): Promise<PostRow> {
  const [post] = await em.query<PostRow[]>(`${READ} WHERE id = $1`, [id]);
  if (!post) throw new NotFound();
  return post;
}
