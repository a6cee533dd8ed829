import { ApiProperty } from '@nestjs/swagger';

const DAY_LIST = { type: 'array', items: { type: 'string', format: 'date' } } as const;

/** Which days are worked, as the services count them: what is published, brought in and declared, in one. */
export class CalendarInForceDto {
  /** The services' time. */
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  /** Years, from the last one on, whose arrangement is known; of a day in any other nothing is known. */
  @ApiProperty({ type: [Number] }) years!: readonly number[];
  /** Days from Monday to Friday that are not worked, in order. */
  @ApiProperty(DAY_LIST) free!: readonly string[];
  /** Saturdays and Sundays that are worked, in order. */
  @ApiProperty(DAY_LIST) worked!: readonly string[];
}
