import { Module } from '@nestjs/common';
import { DeskNews } from './desk-news.js';

/** What the clerks' screens are told; apart from the desk, because bookings tell them too. */
@Module({ providers: [DeskNews], exports: [DeskNews] })
export class DeskNewsModule {}
