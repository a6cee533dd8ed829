import 'reflect-metadata';
import { Type, plainToInstance } from 'class-transformer';
import { IsInt, IsPositive, Max, Min, ValidateNested, validateSync } from 'class-validator';
import { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import type { RequestKind } from '@app/common/contracts/request-kind.js';

/** How long the hotline may keep a request before a unit has it (domain.md §2, Clocks, [D]). */
export class TransferLimits {
  /** Working days. */
  @IsInt() @IsPositive() usualDays = 1;
  /** Minutes of real time where life or property is in danger. */
  @IsInt() @IsPositive() dangerMinutes = 15;
  /** Minutes of real time for utilities: water, power, gas, heat. */
  @IsInt() @IsPositive() utilitiesMinutes = 30;
}

/** Working days from dispatch to reply where no service item says otherwise ([D]; 投诉 of staff conduct 3 [S]). */
export class ReplyLimits implements Record<RequestKind, number> {
  @IsInt() @IsPositive() consultation = 3;
  @IsInt() @IsPositive() help = 5;
  @IsInt() @IsPositive() complaint = 5;
  @IsInt() @IsPositive() report = 10;
  @IsInt() @IsPositive() suggestion = 10;
  @IsInt() @IsPositive() praise = 5;
}

/** How often a citizen may mistype the query code before the number is closed for a while. */
export class LookUpLimits {
  @IsInt() @IsPositive() wrongCodes = 10;
  @IsInt() @IsPositive() perMinutes = 60;
}

/** All numbers a county may set for itself. Each is a [D] of domain.md; no rule holds one as a literal. */
export class HotlineSettings {
  @ValidateNested() @Type(() => TransferLimits) transfer = new TransferLimits();
  /** Working days for a unit to accept or return. */
  @IsInt() @IsPositive() acceptDays = 2;
  @ValidateNested() @Type(() => ReplyLimits) replyDays = new ReplyLimits();
  @ValidateNested() @Type(() => LookUpLimits) lookUp = new LookUpLimits();
  /** A score up to this is dissatisfied and leads to an interview. */
  @IsInt() @Min(1) @Max(4) dissatisfiedUpTo = 2;
  /** Ticket numbers a process takes from the sequence at a time. */
  @IsInt() @Min(1) @Max(1000) numbersAtOnce = 20;
  /** Of the dialogue by text message that takes a request down. */
  @ValidateNested() @Type(() => TalkLimits) dialogue = new TalkLimits();
  /** How long names of units are remembered, in seconds. */
  @IsInt() @Min(1) directorySeconds = 60;
}

/**
 * The settings from `HOTLINE_SETTINGS`, a JSON object that names only what differs, e.g. `{"acceptDays": 1}`.
 * @throws Error naming the fault: an unknown name, a wrong type, a number out of range
 */
export function hotlineSettings(json: string | undefined): HotlineSettings {
  const settings = plainToInstance(HotlineSettings, JSON.parse(json ?? '{}'), { exposeDefaultValues: true });
  const faults = validateSync(settings, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length > 0) throw new Error(`HOTLINE_SETTINGS: ${faults.map(String).join('; ')}`);
  return settings;
}
