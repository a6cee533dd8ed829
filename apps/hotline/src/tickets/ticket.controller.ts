import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '@app/common/auth/access.decorators.js';
import type { Actor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { PageQuery } from '@app/common/http/page.js';
import { IdParam } from '@app/common/http/validation.js';
import { ContactService } from '../confidentiality/contact.service.js';
import { RevealContactDto, RevealedContactDto } from '../confidentiality/reveal-contact.dto.js';
import { TicketReader } from './ticket-reader.js';
import { TicketService } from './ticket.service.js';
import {
  AnswerTicketDto,
  DispatchTicketDto,
  RefuseTicketDto,
  ReplyToTicketDto,
  ReturnTicketDto,
  TicketDetailDto,
  TicketLedgerPageDto,
  TicketListQuery,
  TicketPageDto,
} from './ticket.dto.js';

/** What staff read of tickets and do with them; registering has a controller of its own. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketController {
  constructor(
    private readonly tickets: TicketService,
    private readonly reader: TicketReader,
    private readonly contacts: ContactService,
  ) {}

  @Get()
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  list(@CurrentActor() actor: Actor, @Query() query: TicketListQuery): Promise<TicketPageDto> {
    return this.reader.list(actor, query);
  }

  @Get(':id')
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  read(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TicketDetailDto> {
    return this.reader.detail(actor, id);
  }

  @Get(':id/ledger')
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  ledger(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: PageQuery): Promise<TicketLedgerPageDto> {
    return this.reader.ledger(actor, id, query);
  }

  /** 交办: to a unit, whose clocks start. */
  @Post(':id/dispatch')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'inspector')
  async dispatch(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: DispatchTicketDto,
  ): Promise<TicketDetailDto> {
    await this.tickets.dispatch(actor, id, version, body);
    return this.reader.detail(actor, id);
  }

  /** 即办: answered on the spot and struck off. */
  @Post(':id/answer')
  @HttpCode(200)
  @Roles('operator', 'supervisor')
  async answer(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: AnswerTicketDto,
  ): Promise<TicketDetailDto> {
    await this.tickets.answer(actor, id, version, body.text);
    return this.reader.detail(actor, id);
  }

  /** 不予受理, with its legal basis. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'inspector')
  async refuse(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: RefuseTicketDto,
  ): Promise<TicketDetailDto> {
    await this.tickets.refuse(actor, id, version, body.legalBasis);
    return this.reader.detail(actor, id);
  }

  /** 签收. */
  @Post(':id/accept')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  async accept(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
  ): Promise<TicketDetailDto> {
    await this.tickets.accept(actor, id, version);
    return this.reader.detail(actor, id);
  }

  /** 退回, with the reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  async return(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ReturnTicketDto,
  ): Promise<TicketDetailDto> {
    await this.tickets.return(actor, id, version, body.reason);
    return this.reader.detail(actor, id);
  }

  /** 答复. */
  @Post(':id/reply')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  async reply(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ReplyToTicketDto,
  ): Promise<TicketDetailDto> {
    await this.tickets.reply(actor, id, version, body.text);
    return this.reader.detail(actor, id);
  }

  /** Opens the citizen's name and number; the reason goes into the ledger. */
  @Post(':id/contact/reveal')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'inspector')
  reveal(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: RevealContactDto,
  ): Promise<RevealedContactDto> {
    return this.contacts.reveal(actor, id, body.reason);
  }
}
