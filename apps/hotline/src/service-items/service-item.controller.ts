import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { ServiceItemListDto } from './service-item.dto.js';
import { ServiceItems } from './service-items.js';

@ApiTags('service-items')
@Controller('service-items')
export class ServiceItemController {
  constructor(private readonly items: ServiceItems) {}

  /** The public list of what can be asked for and how long a reply may take. */
  @Get()
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  async list(): Promise<ServiceItemListDto> {
    return { items: await this.items.list() };
  }
}
