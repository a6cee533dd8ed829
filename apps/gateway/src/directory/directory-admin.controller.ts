import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { CurrentActor, Roles } from '@app/common/auth/access.decorators.js';
import type { Actor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { Idempotency, IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { NewStaffDto, NewUnitDto, StaffFactsDto, StaffWithPasswordDto, UnitFactsDto } from './directory-admin.dto.js';
import { shownMember, StaffAccountDto, StaffMemberDto, UnitDto } from './directory.dto.js';
import { DirectoryService } from './directory.service.js';
import { StaffRegister, type AccountWithPassword } from './staff-register.js';
import { UnitRegister } from './unit-register.js';

/** What an administrator does with units and accounts (domain.md §1, 管理员). */
@ApiTags('directory')
@Roles('admin')
@Controller('api/directory')
export class DirectoryAdminController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly units: UnitRegister,
    private readonly staff: StaffRegister,
    private readonly directory: DirectoryService,
  ) {}

  @Post('units')
  addUnit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewUnitDto,
  ): Promise<UnitDto> {
    return this.idempotency.once(idempotency, (em) => this.units.add(em, actor, body));
  }

  /** What the unit is called and where it is; its code and kind stay. */
  @Put('units/:id')
  changeUnit(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UnitFactsDto,
  ): Promise<UnitDto> {
    return this.dataSource.transaction((em) => this.units.change(em, actor, id, version, body));
  }

  /** Nothing is dispatched to the unit any more. */
  @Post('units/:id/deactivate')
  @HttpCode(200)
  deactivateUnit(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<UnitDto> {
    return this.dataSource.transaction((em) => this.units.deactivate(em, actor, id));
  }

  @Post('units/:id/reactivate')
  @HttpCode(200)
  reactivateUnit(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<UnitDto> {
    return this.dataSource.transaction((em) => this.units.reactivate(em, actor, id));
  }

  /** Makes an account with a one-time password. */
  @Post('staff')
  async addStaff(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewStaffDto,
  ): Promise<StaffWithPasswordDto> {
    // The answer that is remembered for a repeat must not hold the password.
    let made: AccountWithPassword | undefined;
    const staff = await this.idempotency.once(idempotency, async (em) => {
      made = await this.staff.add(em, actor, body);
      return shownMember(made.account);
    });
    return withPassword(staff, made);
  }

  /** What somebody is called, may do and belongs to; with other roles or another unit they have to sign in anew. */
  @Put('staff/:id')
  async changeStaff(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: StaffFactsDto,
  ): Promise<StaffMemberDto> {
    return shownMember(await this.dataSource.transaction((em) => this.staff.change(em, actor, id, version, body)));
  }

  /** Lets somebody try again whom too many wrong passwords keep out. */
  @Post('staff/:id/unlock')
  @HttpCode(200)
  async unlockStaff(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StaffAccountDto> {
    await this.dataSource.transaction((em) => this.staff.unlock(em, actor, id));
    return this.directory.account(id);
  }

  /** The account's sessions end, and nobody signs in with it any more. */
  @Post('staff/:id/deactivate')
  @HttpCode(200)
  async deactivateStaff(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StaffMemberDto> {
    return shownMember(await this.dataSource.transaction((em) => this.staff.deactivate(em, actor, id)));
  }

  @Post('staff/:id/reactivate')
  @HttpCode(200)
  async reactivateStaff(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StaffMemberDto> {
    return shownMember(await this.dataSource.transaction((em) => this.staff.reactivate(em, actor, id)));
  }

  /** A new one-time password; the account's sessions and its lock-out end. */
  @Post('staff/:id/password-reset')
  @HttpCode(200)
  async resetPassword(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StaffWithPasswordDto> {
    const made = await this.dataSource.transaction((em) => this.staff.resetPassword(em, actor, id));
    return withPassword(shownMember(made.account), made);
  }
}

function withPassword(staff: StaffMemberDto, made: AccountWithPassword | undefined): StaffWithPasswordDto {
  return {
    staff,
    oneTimePassword: made?.oneTimePassword ?? null,
    validUntil: made?.validUntil.toISOString() ?? null,
  };
}
