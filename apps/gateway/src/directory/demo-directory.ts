import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@app/common/time/clock.js';
import { GatewaySettings } from '../gateway.settings.js';
import { Passwords } from '../sign-in/passwords.js';
import { DEMO_COUNTY_UNITS, DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.js';
import { DirectoryRepository } from './directory.repository.js';

/** Puts the demo county's units and people in at the start, where `DEMO=1` asks for it; what is there stays. */
@Injectable()
export class DemoDirectory implements OnApplicationBootstrap {
  constructor(
    private readonly settings: GatewaySettings,
    private readonly dataSource: DataSource,
    private readonly directory: DirectoryRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.demo) await this.seed();
  }

  async seed(): Promise<void> {
    const names = DEMO_PEOPLE.map((person) => person.signInName);
    const free = await this.directory.freeNames(this.dataSource.manager, names);
    const missing = DEMO_PEOPLE.filter((person) => free.has(person.signInName));
    const hashes = await Promise.all(missing.map(() => this.passwords.hash(DEMO_PASSWORD)));
    await this.dataSource.transaction(async (em) => {
      for (const unit of DEMO_COUNTY_UNITS) await this.directory.addUnit(em, unit);
      for (const [i, person] of missing.entries()) {
        await this.directory.addStaff(
          em,
          { ...person, passwordHash: hashes[i] ?? '', oneTimeUntil: null },
          this.clock.now(),
        );
      }
    });
  }
}
