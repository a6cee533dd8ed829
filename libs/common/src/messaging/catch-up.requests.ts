import { Type } from 'class-transformer';
import {
  IsArray,
  IsDateString,
  IsInt,
  IsNumberString,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { defineRequest, type RequestDefinition, type ServiceName } from './definitions.js';

export class OutboxListQuestion {
  /** Rows after this place in the owner's outbox. */
  @IsNumberString() afterSeq!: string;
  @IsArray() @IsString({ each: true }) subjects!: string[];
  /** Younger rows are still on the fast road. */
  @IsInt() @Min(0) olderThanMs!: number;
  @IsInt() @Min(1) @Max(1000) limit!: number;
}
export class OutboxEntry {
  @IsNumberString() seq!: string;
  @IsUUID() id!: string;
}
export class OutboxListAnswer {
  @IsArray() @ValidateNested({ each: true }) @Type(() => OutboxEntry) entries!: OutboxEntry[];
}

export class OutboxFetchQuestion {
  @IsArray() @IsUUID(undefined, { each: true }) ids!: string[];
}
export class OutboxEvent {
  @IsUUID() id!: string;
  @IsString() subject!: string;
  @IsString() aggregateId!: string;
  @IsDateString() occurredAt!: string;
  @IsOptional() @IsString() requestId?: string;
  @IsObject() payload!: object;
}
export class OutboxFetchAnswer {
  @IsArray() @ValidateNested({ each: true }) @Type(() => OutboxEvent) events!: OutboxEvent[];
}

/** What stands in the outbox of `owner`: ids only. */
export function outboxList(owner: ServiceName): RequestDefinition<OutboxListQuestion, OutboxListAnswer> {
  return defineRequest(`${owner}.outbox.list.v1`, OutboxListQuestion, OutboxListAnswer);
}

/** Events from the outbox of `owner`, the earliest first. */
export function outboxFetch(owner: ServiceName): RequestDefinition<OutboxFetchQuestion, OutboxFetchAnswer> {
  return defineRequest(`${owner}.outbox.fetch.v1`, OutboxFetchQuestion, OutboxFetchAnswer);
}
