import { Body, Controller, Header, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { Public } from '@app/common/auth/access.decorators.js';
import { Malformed } from '@app/common/http/problem.js';
import { DeliveryReports } from '../delivery-reports.js';
import { IncomingService } from '../incoming.service.js';
import { WebhookReceipts } from '../webhook-receipts.js';
import { SignedByTwilioGuard } from './signed-by-twilio.guard.js';
import { reportedStatus } from './twilio-sms.provider.js';

/** Twilio sends more fields than these, and may send new ones any day: none is refused. */
type Fields = Readonly<Record<string, unknown>>;

/** We never answer within the webhook: what we have to say goes the way of every message, through the journal. */
const NO_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** What Twilio tells us (interfaces.md §3). Its tries stop when it gets an answer; a replay gets the first one. */
@ApiExcludeController()
@UseGuards(SignedByTwilioGuard)
@Controller('webhooks/twilio')
export class TwilioWebhookController {
  constructor(
    private readonly receipts: WebhookReceipts,
    private readonly incoming: IncomingService,
    private readonly reports: DeliveryReports,
  ) {}

  @Public()
  @Post('sms')
  @HttpCode(200)
  @Header('Content-Type', 'text/xml; charset=utf-8')
  sms(@Body() fields: Fields): Promise<string> {
    const message = {
      providerId: need(fields, 'MessageSid'),
      from: need(fields, 'From'),
      to: text(fields, 'To'),
      text: text(fields, 'Body'),
    };
    return this.receipts.once(`sms:${message.providerId}`, async (em, now) => {
      await this.incoming.take(em, message, now);
      return NO_REPLY;
    });
  }

  @Public()
  @Post('status')
  @HttpCode(204)
  async status(@Body() fields: Fields, @Query('key') key: unknown): Promise<void> {
    const providerId = need(fields, 'MessageSid');
    const twilioStatus = need(fields, 'MessageStatus');
    await this.reports.take({
      messageId: isUUID(key) ? String(key) : null,
      providerId,
      status: reportedStatus(twilioStatus),
      errorCode: text(fields, 'ErrorCode') || null,
    });
  }
}

function need(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (value === '') throw new Malformed([{ pointer: `/${name}`, rule: 'isNotEmpty' }]);
  return value;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
