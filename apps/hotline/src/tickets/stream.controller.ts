import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles, type ActingRequest } from '@app/common/auth/access.decorators.js';
import { EventStream } from '@app/common/http/event-stream.js';

/** Server-sent events: `ticket` when one has changed. */
@ApiExcludeController()
@Controller('stream')
export class StreamController {
  constructor(private readonly stream: EventStream) {}

  @Get()
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  open(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.stream.open(request, reply);
  }
}
