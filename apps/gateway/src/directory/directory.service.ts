import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  StaffGetRequest,
  StaffQuestion,
  UnitListRequest,
  type Staff,
  type UnitList,
} from '@app/common/contracts/requests.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Answers } from '@app/common/messaging/answers.js';
import { shownMember, type StaffMemberDto } from './directory.dto.js';
import { DirectoryRepository } from './directory.repository.js';

/** Units and staff of the county; every service asks here. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: DirectoryRepository,
  ) {}

  @Answers(UnitListRequest)
  async units(): Promise<UnitList> {
    return { units: await this.directory.units(this.dataSource.manager) };
  }

  /** @throws NotFound */
  @Answers(StaffGetRequest)
  async staff({ staffId }: StaffQuestion): Promise<Staff> {
    const staff = await this.directory.staff(this.dataSource.manager, staffId);
    if (staff === null) throw new NotFound();
    return staff;
  }

  /** Staff by sign-in name. */
  async staffPage({ after, limit }: PageQuery): Promise<Page<StaffMemberDto>> {
    const [afterName] = decodeCursor(after, ['string']) ?? [''];
    const rows = await this.directory.staffPage(this.dataSource.manager, String(afterName), limit + 1);
    return toPage(rows, limit, (row) => [row.sign_in_name], shownMember);
  }
}
