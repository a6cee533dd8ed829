import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentStaff, Public, Staff } from '@app/common/auth/access.decorators.js';
import { cookieToken } from '@app/common/auth/access.guard.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { GatewaySettings } from '../gateway.settings.js';
import { giveToken, takeToken } from './session-cookie.js';
import { SessionDto, SignInDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly settings: GatewaySettings,
  ) {}

  /** Signs in with name and password, and chooses another password where one is given; the session travels in a cookie. */
  @Public()
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, who } = await this.signIns.signIn(body, request.ip);
    reply.removeHeader('Set-Cookie');
    giveToken(reply, token, this.settings.secure);
    return who;
  }

  /** Who is signed in. */
  @Staff()
  @Get()
  @ApiOkResponse({ type: SessionDto })
  who(@CurrentStaff() actor: StaffActor): Promise<SessionDto> {
    return this.signIns.who(actor);
  }

  /** Signs out: the session is over at once, everywhere within seconds. */
  @Staff()
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @CurrentStaff() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = cookieToken(request);
    if (token !== undefined) await this.signIns.signOut(actor, token);
    takeToken(reply, this.settings.secure);
  }
}
