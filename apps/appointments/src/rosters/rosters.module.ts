import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ClosedBookingsModule } from '../bookings/closed-bookings.module.js';
import { ScheduleNewsModule } from '../schedule/schedule-news.module.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { AbsenceController } from './absence.controller.js';
import { AbsenceRepository } from './absences.repository.js';
import { Absences } from './absences.service.js';
import { DemoRosters } from './demo-rosters.js';
import { DutyLeadersModule } from './duty-leaders.module.js';
import { DutyRecount } from './duty-recount.js';
import { OfficerController } from './officer.controller.js';
import { OfficerRepository } from './officers.repository.js';
import { Officers } from './officers.service.js';
import { RosterChanges } from './roster-changes.service.js';
import { RosterFrames } from './roster-frames.js';
import { RosterProposals } from './roster-proposals.service.js';
import { RosterPublication } from './roster-publication.service.js';
import { RosterReader } from './roster-reader.js';
import { RosterController } from './roster.controller.js';
import { RosterRepository } from './rosters.repository.js';
import { RosterSolver } from './solver/roster-solver.js';
import { StandIns } from './stand-ins.js';

/** Who is on duty when (domain.md §3, 值班、轮休、AB岗). */
@Module({
  imports: [AccountsModule, ScheduleModule, ScheduleNewsModule, ClosedBookingsModule, DutyLeadersModule],
  controllers: [OfficerController, RosterController, AbsenceController],
  providers: [
    OfficerRepository,
    RosterRepository,
    AbsenceRepository,
    RosterFrames,
    RosterSolver,
    Officers,
    RosterReader,
    RosterProposals,
    RosterChanges,
    RosterPublication,
    StandIns,
    Absences,
    DutyRecount,
    DemoRosters,
  ],
  exports: [DemoRosters],
})
export class RostersModule {}
