import { IsString, Length } from 'class-validator';

/** The result with which a promise is struck off. */
export class StrikeOffBody {
  @IsString() @Length(2, 4000) result: string;
}

/** What was promised in the talk (备忘录), tracked until struck off. */
export class PromisedTaskDto {
  id: string;
  caseId: string;
  round: number;
  what: string;
  owner: string;
  /** `YYYY-MM-DD` */
  dueOn: string;
  /** overdue: still open the day after it was promised for. */
  state: 'open' | 'overdue' | 'done';
  result: string | null;
  struckOffAt: string | null;
  allowed: 'strike-off'[];
}
