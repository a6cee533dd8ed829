import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { VolunteerContact, VolunteerContactBody } from './volunteer-contact.dto.js';
import { VolunteerContacts } from './volunteer-contacts.service.js';

/** Where text messages to volunteers go. */
@ApiTags('catalogue')
@Controller('volunteers/:id/contact')
export class VolunteerContactController {
  constructor(private readonly contacts: VolunteerContacts) {}

  @Get()
  @Roles('admin')
  read(@IdParam() id: string): Promise<VolunteerContact> {
    return this.contacts.read(id);
  }

  @Put()
  @Roles('admin')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: VolunteerContactBody,
  ): Promise<VolunteerContact> {
    return this.contacts.change(actor, id, version, body);
  }
}
