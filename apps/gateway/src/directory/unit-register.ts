import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import type { Unit } from '@app/common/contracts/requests.js';
import { NotFound, RuleBroken, StaleVersion } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { UnitCodeTaken } from './directory.problems.js';
import { DirectoryRepository, type UnitFacts, type UnitRecord } from './directory.repository.js';

export type NewUnit = Omit<Unit, 'id' | 'active'>;

/** The county's units as an administrator keeps them (domain.md §1). A unit is never deleted: old items name it. */
@Injectable()
export class UnitRegister {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** @throws UnitCodeTaken (409) */
  async add(em: EntityManager, actor: Actor, unit: NewUnit): Promise<UnitRecord> {
    const added: UnitRecord = { id: newId(), ...unit, active: true, version: 1 };
    if (!(await this.directory.addUnit(em, added))) throw new UnitCodeTaken({ code: unit.code });
    await this.note(em, actor, added.id, 'unit_added', { code: unit.code, kind: unit.kind });
    return added;
  }

  /**
   * Changes what a unit is called and where it is.
   * @param version the one the change is based on
   * @throws NotFound (404), StaleVersion (412)
   */
  async change(em: EntityManager, actor: Actor, id: string, version: number, facts: UnitFacts): Promise<UnitRecord> {
    const unit = await this.locked(em, id);
    if (unit.version !== version) throw new StaleVersion({ current: unit.version });
    await this.directory.setUnitFacts(em, id, facts);
    await this.note(em, actor, id, 'unit_changed', facts);
    return { ...unit, ...facts, version: version + 1 };
  }

  /**
   * Puts a unit out of use: nothing is dispatched to it any more. Doing so again changes nothing.
   * @throws NotFound (404), RuleBroken (422) `unit-has-staff` while people of it may sign in
   */
  async deactivate(em: EntityManager, actor: Actor, id: string): Promise<UnitRecord> {
    const unit = await this.locked(em, id);
    if (!unit.active) return unit;
    if (await this.directory.hasActiveStaff(em, id)) throw new RuleBroken('unit-has-staff');
    return this.setActive(em, actor, unit, false);
  }

  /** @throws NotFound (404) */
  async reactivate(em: EntityManager, actor: Actor, id: string): Promise<UnitRecord> {
    const unit = await this.locked(em, id);
    return unit.active ? unit : this.setActive(em, actor, unit, true);
  }

  private async locked(em: EntityManager, id: string): Promise<UnitRecord> {
    const unit = await this.directory.unit(em, id, 'FOR UPDATE');
    if (unit === null) throw new NotFound();
    return unit;
  }

  private async setActive(em: EntityManager, actor: Actor, unit: UnitRecord, active: boolean): Promise<UnitRecord> {
    await this.directory.setUnitActive(em, unit.id, active);
    await this.note(em, actor, unit.id, active ? 'unit_reactivated' : 'unit_deactivated');
    return { ...unit, active, version: unit.version + 1 };
  }

  private note(em: EntityManager, actor: Actor, itemId: string, action: string, detail = {}): Promise<void> {
    return this.ledger.write(em, { itemType: 'unit', itemId, action, actor, at: this.clock.now(), detail });
  }
}
