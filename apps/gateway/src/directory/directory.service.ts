import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  StaffGetRequest,
  StaffQuestion,
  UnitListRequest,
  type Staff,
  type UnitList,
} from '@app/common/contracts/requests.js';
import { decodeCursor, toPage, type Page } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Answers } from '@app/common/messaging/answers.js';
import { AttemptsRepository } from '../sign-in/attempts.repository.js';
import { MachineClock } from '../sign-in/machine-clock.js';
import { shownMember, type StaffAccountDto, type StaffListQuery, type StaffMemberDto } from './directory.dto.js';
import { DirectoryRepository, type UnitRecord } from './directory.repository.js';

/** Units and staff of the county; every service asks here. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: DirectoryRepository,
    private readonly attempts: AttemptsRepository,
    private readonly machineClock: MachineClock,
  ) {}

  @Answers(UnitListRequest)
  async units(): Promise<UnitList> {
    const records = await this.unitRecords();
    const units = records.map(({ id, code, nameZh, nameEn, kind, address, phone, active }) => {
      return { id, code, nameZh, nameEn, kind, address, phone, active };
    });
    return { units };
  }

  /** The units with the version a change is based on. */
  unitRecords(): Promise<UnitRecord[]> {
    return this.directory.units(this.dataSource.manager);
  }

  /** @throws NotFound */
  @Answers(StaffGetRequest)
  async staff({ staffId }: StaffQuestion): Promise<Staff> {
    const staff = await this.directory.staff(this.dataSource.manager, staffId);
    if (staff === null) throw new NotFound();
    return staff;
  }

  /** Staff by sign-in name. */
  async staffPage({ after, limit, q, unitId, role, standing }: StaffListQuery): Promise<Page<StaffMemberDto>> {
    const [afterName] = decodeCursor(after, ['string']) ?? [''];
    const filter = {
      q: q ?? null,
      unitId: unitId ?? null,
      role: role ?? null,
      active: standing === undefined ? null : standing === 'active',
    };
    const rows = await this.directory.staffPage(this.dataSource.manager, filter, String(afterName), limit + 1);
    return toPage(rows, limit, (row) => [row.sign_in_name], shownMember);
  }

  /** @throws NotFound (404) */
  async account(id: string): Promise<StaffAccountDto> {
    const account = await this.directory.accountById(this.dataSource.manager, id);
    if (account === null) throw new NotFound();
    const lockedUntil = await this.attempts.accountLockedUntil(
      this.dataSource.manager,
      account.sign_in_name,
      this.machineClock.now(),
    );
    return {
      ...shownMember(account),
      oneTimeUntil: account.one_time_until?.toISOString() ?? null,
      lockedUntil: lockedUntil?.toISOString() ?? null,
    };
  }
}
