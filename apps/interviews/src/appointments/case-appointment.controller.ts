import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CaseDetail } from '../cases/case.dto.js';
import { AppointmentBody, FreeRoomsDto, FreeRoomsQuery } from './appointment.dto.js';
import { CaseAppointments } from './case-appointments.service.js';

@Controller('cases')
export class CaseAppointmentController {
  constructor(private readonly appointments: CaseAppointments) {}

  /** Free times of interview rooms inside office hours, the unit's own rooms first among equals. */
  @Get(':id/free-rooms')
  @Roles('handler', 'unit_head')
  freeRooms(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @Query() query: FreeRoomsQuery,
  ): Promise<FreeRoomsDto> {
    return this.appointments.freeRooms(actor, id, query);
  }

  /**
   * Invites the citizen: books a room, or notes a place in the field, and books the volunteer who joins. A new time or
   * place replaces the one before, with its volunteer.
   */
  @Post(':id/appointment')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  appoint(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: AppointmentBody,
  ): Promise<CaseDetail> {
    return this.appointments.appoint(actor, id, version, key, body);
  }
}
