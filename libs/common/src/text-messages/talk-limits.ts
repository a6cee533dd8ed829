import { IsInt, Max, Min } from 'class-validator';

/** Numbers of a dialogue by text message (interfaces.md §3, Grammar). */
export class TalkLimits {
  /** Nothing said for so long, and the dialogue is over. */
  @IsInt() @Min(1) @Max(1440) idleMinutes = 30;
  /** How long what was left unfinished can be gone on with. */
  @IsInt() @Min(1) @Max(168) draftHours = 24;
  /** So many answers in a row that are none, and a person calls. */
  @IsInt() @Min(1) @Max(10) misunderstandings = 2;
}
