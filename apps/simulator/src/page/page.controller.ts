import { readFileSync } from 'node:fs';
import {
  BadRequestException,
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Sse,
  ValidationPipe,
  type MessageEvent,
} from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';
import { interval, map, merge, type Observable } from 'rxjs';
import { segments, type Message } from '../phones/domain/message.js';
import { Phones, type Change } from '../phones/phones.js';
import { SimulatorSettings } from '../simulator.settings.js';
import { Carrier } from '../twilio/carrier.js';

const HEARTBEAT_MS = 15_000;
const MAINLAND_MOBILE = /^1\d{10}$/;

class PhoneDto {
  /** A mainland mobile number, or one with its country code. */
  @Matches(/^(1\d{10}|\+[1-9]\d{6,14})$/) number!: string;
}

class TypedDto {
  @IsString() @Length(1, 1600) text!: string;
}

const checked = new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true });
const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The page that shows the phones, and what it needs. */
@Controller()
export class PageController {
  constructor(
    private readonly phones: Phones,
    private readonly carrier: Carrier,
    private readonly settings: SimulatorSettings,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'")
  html(): string {
    return file('index.html');
  }

  @Get('phones.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  css(): string {
    return file('phones.css');
  }

  @Get('phones.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return file('phones.js');
  }

  /** Every phone with its messages, as the page shows them; tests read it too. */
  @Get('phones')
  @Header('Cache-Control', 'no-store')
  state() {
    return {
      officeNumber: this.settings.officeNumber,
      phones: this.phones.list(),
      messages: this.phones.all().map(shown),
    };
  }

  @Post('phones')
  @HttpCode(201)
  add(@Body(checked) { number }: PhoneDto): { number: string } {
    const e164 = MAINLAND_MOBILE.test(number) ? `+86${number}` : number;
    this.phones.add(e164);
    return { number: e164 };
  }

  /** Types as the citizen. `taken`: whether the office has taken it. */
  @Post('phones/:number/messages')
  @HttpCode(201)
  async type(@Param('number') number: string, @Body(checked) { text }: TypedDto) {
    if (!this.phones.list().some((phone) => phone.number === number)) throw new NotFoundException();
    if (text.trim() === '') throw new BadRequestException();
    const { message, taken } = await this.carrier.type(number, text);
    return { ...shown(message), taken };
  }

  @Sse('stream')
  stream(): Observable<MessageEvent> {
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: '' })));
    return merge(this.phones.changes.pipe(map(eventOf)), heartbeat);
  }
}

function eventOf(change: Change): MessageEvent {
  if (change.kind === 'message') return { type: 'message', data: shown(change.message) };
  return { type: 'phone', data: { number: change.number, optedOut: change.optedOut } };
}

function shown(message: Message) {
  const { sid, direction, from, to, body, status, createdAt } = message;
  const inbound = direction === 'inbound';
  return { sid, phone: inbound ? from : to, inbound, body, status, createdAt, segments: segments(body) };
}
