import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentStaff, Public, Roles } from '@app/common/auth/access.decorators.js';
import { CITIZEN, type StaffActor } from '@app/common/auth/actor.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { FiledTicketDto, FileTicketDto, RegisteredTicketDto, RegisterTicketDto } from './registration.dto.js';
import { RegistrationService } from './registration.service.js';

/** 挂号: a request gets its number, by an operator or by the citizen on the portal. */
@ApiTags('registration')
@Controller()
export class RegistrationController {
  constructor(private readonly registration: RegistrationService) {}

  @Post('tickets')
  @Roles('operator', 'supervisor')
  register(
    @CurrentStaff() staff: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: RegisterTicketDto,
  ): Promise<RegisteredTicketDto> {
    return this.registration.register(staff, body, idempotency);
  }

  @Post('citizen/tickets')
  @Public()
  @RateLimited({ times: 60, windowSeconds: 60 })
  async file(@IdempotencyKey() idempotency: IdempotencyContext, @Body() body: FileTicketDto): Promise<FiledTicketDto> {
    const { number, queryCode, missing, registeredAt } = await this.registration.register(
      CITIZEN,
      Object.assign(body, { channel: 'web' as const }),
      idempotency,
    );
    return { number, queryCode, missing, registeredAt };
  }
}
