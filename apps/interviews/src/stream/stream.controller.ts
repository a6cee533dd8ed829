import { Roles, type ActingRequest } from '@app/common/auth/access.decorators.js';
import { EventStream } from '@app/common/http/event-stream.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

@Controller('stream')
export class StreamController {
  constructor(private readonly stream: EventStream) {}

  /** Server-sent events `case`, `report` and `instruction`: what to read again. */
  @Get()
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  open(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.stream.open(request, reply);
  }
}
