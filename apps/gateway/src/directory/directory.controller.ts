import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Roles, Staff } from '@app/common/auth/access.decorators.js';
import type { Page } from '@app/common/http/page.js';
import { IdParam } from '@app/common/http/validation.js';
import { StaffAccountDto, StaffListQuery, StaffPageDto, UnitListDto, type StaffMemberDto } from './directory.dto.js';
import { DirectoryService } from './directory.service.js';

@ApiTags('directory')
@Controller('api/directory')
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  /** The county's units with address and phone. */
  @Staff()
  @Get('units')
  @ApiOkResponse({ type: UnitListDto })
  async units(): Promise<UnitListDto> {
    return { items: await this.directory.unitRecords() };
  }

  /** Who may sign in, and as what. */
  @Roles('admin')
  @Get('staff')
  @ApiOkResponse({ type: StaffPageDto })
  staff(@Query() query: StaffListQuery): Promise<Page<StaffMemberDto>> {
    return this.directory.staffPage(query);
  }

  /** One account: what its owner may do, and whether they can come in. */
  @Roles('admin')
  @Get('staff/:id')
  account(@IdParam() id: string): Promise<StaffAccountDto> {
    return this.directory.account(id);
  }
}
