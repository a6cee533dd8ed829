import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Faults } from '../faults/faults.js';
import type { Message } from '../phones/domain/message.js';
import { Phones } from '../phones/phones.js';
import { AccountGuard } from './account.guard.js';
import { Carrier } from './carrier.js';
import { messageJson, pageJson } from './twilio-json.js';
import {
  invalidTo,
  noBody,
  noFrom,
  noTo,
  notFound,
  optedOut,
  serverError,
  tooLong,
  tooManyRequests,
} from './twilio-error.js';

type Fields = Readonly<Record<string, string | undefined>>;

const E164 = /^\+[1-9]\d{6,14}$/;
const LONGEST_BODY = 1600;
const PAGE_SIZE = 50;
const PAGE_SIZE_MAX = 1000;

/** The part of Twilio's REST that text messages need. */
@UseGuards(AccountGuard)
@Controller('2010-04-01/Accounts/:account')
export class MessagesController {
  constructor(
    private readonly phones: Phones,
    private readonly carrier: Carrier,
    private readonly faults: Faults,
  ) {}

  @Post('Messages.json')
  @HttpCode(201)
  create(
    @Param('account') account: string,
    @Body() fields: Fields,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Record<string, unknown> | undefined {
    if (this.faults.strikes('too-many-requests')) throw tooManyRequests();
    if (this.faults.strikes('server-error')) throw serverError();
    const { To: to, From: from, Body: body } = fields;
    if (!to) throw noTo();
    if (!E164.test(to)) throw invalidTo(to);
    if (!from) throw noFrom();
    if (!body) throw noBody();
    if (body.length > LONGEST_BODY) throw tooLong();
    if (this.faults.strikes('opted-out') || this.phones.hasOptedOut(to)) throw optedOut();
    const message = this.carrier.accept({ from, to, body, statusCallback: fields.StatusCallback ?? null });
    if (this.faults.strikes('drop-answer')) {
      reply.hijack();
      reply.raw.destroy();
      return undefined;
    }
    return messageJson(message, account);
  }

  @Get('Messages.json')
  list(@Param('account') account: string, @Req() request: FastifyRequest): Record<string, unknown> {
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const page = Math.max(0, Number(query.get('Page') ?? 0) || 0);
    const pageSize = Math.min(PAGE_SIZE_MAX, Math.max(1, Number(query.get('PageSize') ?? PAGE_SIZE) || PAGE_SIZE));
    const found = this.phones.all().filter((message) => matches(message, query));
    return pageJson(found.toReversed(), { accountSid: account, page, pageSize, query });
  }

  @Get('Messages/:file')
  get(@Param('account') account: string, @Param('file') file: string, @Req() request: FastifyRequest) {
    const message = file.endsWith('.json') ? this.phones.message(file.slice(0, -'.json'.length)) : undefined;
    if (message === undefined) throw notFound(request.url);
    return messageJson(message, account);
  }
}

/** Twilio's filters: To, From, and the day or instant of sending (`DateSent`, `DateSent>`, `DateSent<`). */
function matches(message: Message, query: URLSearchParams): boolean {
  const to = query.get('To');
  const from = query.get('From');
  if (to !== null && message.to !== to) return false;
  if (from !== null && message.from !== from) return false;
  const on = query.get('DateSent');
  const notBefore = query.get('DateSent>');
  const notAfter = query.get('DateSent<');
  if (on === null && notBefore === null && notAfter === null) return true;
  if (message.sentAt === null) return false;
  if (on !== null && message.sentAt.slice(0, 10) !== on.slice(0, 10)) return false;
  if (notBefore !== null && new Date(message.sentAt) < new Date(notBefore)) return false;
  return notAfter === null || new Date(message.sentAt) <= new Date(notAfter);
}
