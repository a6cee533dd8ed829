import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SimulatorModule } from './simulator.module.js';

const app = await NestFactory.create<NestFastifyApplication>(SimulatorModule, new FastifyAdapter(), {
  logger: ['error', 'warn'],
});
app.enableShutdownHooks();
await app.listen(Number(process.env.PORT ?? 3009), process.env.HOST ?? '127.0.0.1');
