import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { Figures } from './figures.service.js';

@Module({ controllers: [FiguresController], providers: [Figures] })
export class FiguresModule {}
