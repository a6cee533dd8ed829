import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HotlineSettings } from '../hotline.settings.js';

/**
 * The sequence of ticket numbers, taken a few at a time: the number goes sealed into the text message that the
 * registering statement writes, so it has to be known before that statement, and a round trip for each would double its
 * cost. A process that ends leaves the rest of its few unused; numbers are unique, not without gaps.
 */
@Injectable()
export class TicketNumbers {
  private free: bigint[] = [];
  private taking: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: HotlineSettings,
  ) {}

  async next(): Promise<bigint> {
    for (;;) {
      const number = this.free.shift();
      if (number !== undefined) return number;
      this.taking ??= this.take().finally(() => {
        this.taking = undefined;
      });
      await this.taking;
    }
  }

  /** For a number that was not used after all. */
  putBack(number: bigint): void {
    this.free.unshift(number);
  }

  private async take(): Promise<void> {
    const rows = await this.dataSource.query<{ n: string }[]>(
      `SELECT nextval('ticket_number_seq') AS n FROM generate_series(1, $1::int)`,
      [this.settings.numbersAtOnce],
    );
    this.free.push(...rows.map(({ n }) => BigInt(n)));
  }
}
