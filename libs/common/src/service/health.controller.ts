import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { Public } from '../auth/access.decorators.js';
import { ServiceUnavailable } from '../http/problem.js';
import { NatsConnectionHolder } from '../messaging/nats-connection.js';

collectDefaultMetrics();

/** For the supervisor of the processes; never reached from outside (the gateway does not pass these paths on). */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nats: NatsConnectionHolder,
  ) {}

  @Public()
  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** @throws ServiceUnavailable while PostgreSQL or NATS is away */
  @Public()
  @Get('health/ready')
  async ready(): Promise<{ status: string }> {
    if (!this.nats.ready) throw new ServiceUnavailable();
    await this.dataSource.query('SELECT 1');
    return { status: 'ok' };
  }

  @Public()
  @Get('metrics')
  @Header('Content-Type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
