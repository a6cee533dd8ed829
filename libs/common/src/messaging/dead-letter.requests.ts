import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsInt, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { defineRequest, type RequestDefinition, type ServiceName } from './definitions.js';

export class DeadLetterListQuestion {}
export class DeadLetterEntry {
  @IsUUID() eventId!: string;
  @IsString() subject!: string;
  @IsString() error!: string;
  @IsDateString() setAsideAt!: string;
}
export class DeadLetterListAnswer {
  @IsArray() @ValidateNested({ each: true }) @Type(() => DeadLetterEntry) entries!: DeadLetterEntry[];
}

export class DeadLetterReplayQuestion {
  /** Only this one; otherwise the oldest ones. */
  @IsOptional() @IsUUID() eventId?: string;
}
export class DeadLetterReplayAnswer {
  @IsInt() replayed!: number;
  @IsInt() failed!: number;
}

/** The oldest events that `service` has set aside and nobody has replayed. */
export function deadLetterList(service: ServiceName): RequestDefinition<DeadLetterListQuestion, DeadLetterListAnswer> {
  return defineRequest(`${service}.dead-letter.list.v1`, DeadLetterListQuestion, DeadLetterListAnswer);
}

/** Has `service` take events it has set aside once more, at most a hundred at a time. */
export function deadLetterReplay(
  service: ServiceName,
): RequestDefinition<DeadLetterReplayQuestion, DeadLetterReplayAnswer> {
  return defineRequest(`${service}.dead-letter.replay.v1`, DeadLetterReplayQuestion, DeadLetterReplayAnswer);
}
