import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { OfficialNumbers } from '../numbers/official-numbers.js';
import { InterviewSettings } from '../settings/interview-settings.js';
import { UnitNames } from '../units/unit-names.js';
import { assignmentLetter, reminderLetter, type LetterMatter } from './domain/letter-text.js';
import type { FormalLetter } from './letter.entity.js';
import { LetterRepository } from './letters.repository.js';

/** Issues the formal letters of a case: numbered, dated, immutable (domain.md §2, formal documents). */
@Injectable()
export class LetterIssue {
  constructor(
    private readonly letters: LetterRepository,
    private readonly numbers: OfficialNumbers,
    private readonly units: UnitNames,
    private readonly calendars: CalendarSource,
    private readonly settings: InterviewSettings,
  ) {}

  /** 交办函: hands a round of the case to its unit. */
  assignment(em: EntityManager, item: InterviewCase, at: Date): Promise<FormalLetter> {
    return this.issue(em, 'assignment', item, at, (matter) =>
      assignmentLetter(matter, this.settings.interviewWorkingDays),
    );
  }

  /** 催办通知书: the limit is near. */
  reminder(em: EntityManager, item: InterviewCase, at: Date): Promise<FormalLetter> {
    return this.issue(em, 'reminder', item, at, reminderLetter);
  }

  private async issue(
    em: EntityManager,
    kind: FormalLetter['kind'],
    item: InterviewCase,
    at: Date,
    write: (matter: LetterMatter) => string,
  ): Promise<FormalLetter> {
    const number = await this.numbers.next(em, kind, at);
    const text = write({
      number,
      caseNumber: item.caseNumber,
      ticketNumber: item.ticketNumber,
      unitNameZh: this.units.nameOf(item.unitId).nameZh,
      subject: item.subject,
      round: item.round,
      dueAt: item.dueAt,
      issuedAt: at,
      timeZone: this.calendars.current().timeZone,
    });
    const letter: FormalLetter = { id: newId(), caseId: item.id, kind, number, round: item.round, issuedAt: at, text };
    await this.letters.insert(em, letter);
    return letter;
  }
}
