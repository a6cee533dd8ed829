import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TooManyRequests } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { HotlineSettings } from '../hotline.settings.js';

/** Takes one try before the code is looked at, so that tries side by side are counted as surely as one by one. */
const TAKE = `
  WITH forgotten AS (
    DELETE FROM look_up_tries WHERE number IN (
      SELECT number FROM look_up_tries WHERE since <= $3 AND number <> $1 LIMIT 100 FOR UPDATE SKIP LOCKED)
  )
  INSERT INTO look_up_tries AS tries (number, since, wrong) VALUES ($1, $2, 1)
  ON CONFLICT (number) DO UPDATE SET
    since = CASE WHEN tries.since <= $3 THEN excluded.since ELSE tries.since END,
    wrong = CASE WHEN tries.since <= $3 THEN 1 ELSE least(tries.wrong + 1, 1000000) END
  RETURNING since, wrong`;

/**
 * Slows down guessing of query codes: so many wrong ones per number and hour, in the database, so that it holds for all
 * processes and through a restart. Numbers that do not exist are counted too: nobody learns from it which do.
 */
@Injectable()
export class LookUpTries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: HotlineSettings,
  ) {}

  /** @throws TooManyRequests (429) when the tries of this number are used up */
  async take(number: string): Promise<void> {
    const { wrongCodes, perMinutes } = this.settings.lookUp;
    const now = this.clock.now();
    const window = perMinutes * 60_000;
    const [row] = await this.dataSource.query<{ since: Date; wrong: number }[]>(TAKE, [
      number,
      now,
      new Date(now.getTime() - window),
    ]);
    if (row === undefined || row.wrong <= wrongCodes) return;
    const left = row.since.getTime() + window - now.getTime();
    throw new TooManyRequests({ retryAfterSeconds: Math.max(1, Math.ceil(left / 1000)) });
  }

  /** The code was right: the try does not count. */
  async giveBack(number: string): Promise<void> {
    await this.dataSource.query('UPDATE look_up_tries SET wrong = wrong - 1 WHERE number = $1 AND wrong > 0', [number]);
  }
}
