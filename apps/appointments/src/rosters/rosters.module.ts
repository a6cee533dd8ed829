import { Module } from '@nestjs/common';
import { AbsenceController } from './absence.controller.js';
import { Absences } from './absences.service.js';
import { OfficerController } from './officer.controller.js';
import { Officers } from './officers.service.js';
import { RosterChanges } from './roster-changes.service.js';
import { RosterProposals } from './roster-proposals.service.js';
import { RosterPublication } from './roster-publication.service.js';
import { RosterReader } from './roster-reader.js';
import { RosterController } from './roster.controller.js';

/** Who is on duty when (domain.md §3, 值班、轮休、AB岗). */
@Module({
  controllers: [OfficerController, RosterController, AbsenceController],
  providers: [Officers, RosterReader, RosterProposals, RosterChanges, RosterPublication, Absences],
})
export class RostersModule {}
