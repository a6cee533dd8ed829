import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Roles, Staff } from '@app/common/auth/access.decorators.js';
import { PageQuery, type Page } from '@app/common/http/page.js';
import { StaffPageDto, UnitListDto, type StaffMemberDto } from './directory.dto.js';
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
    const { units } = await this.directory.units();
    return { items: units };
  }

  /** Who may sign in, and as what. */
  @Roles('admin')
  @Get('staff')
  @ApiOkResponse({ type: StaffPageDto })
  staff(@Query() query: PageQuery): Promise<Page<StaffMemberDto>> {
    return this.directory.staffPage(query);
  }
}
