import { Roles, type ActingRequest } from '@app/common/auth/access.decorators.js';
import { EventStream } from '@app/common/http/event-stream.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** Server-sent events `desk` (a site's day has changed), `schedule` (its open hours) and `contact-request`: what to read again. */
@ApiExcludeController()
@Controller('stream')
export class StreamController {
  constructor(private readonly stream: EventStream) {}

  @Get()
  @Roles('operator', 'supervisor', 'handler', 'admin')
  open(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.stream.open(request, reply);
  }
}
