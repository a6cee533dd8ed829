/**
 * sunline interviews
 * 0.1
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type CardRow = {
    caseId: string;
    caseNumber: string;
    colour: "red" | "yellow";
    id: string;
    issuedAt: string;
    /** Why, as a word: no-progress, interview-overdue, order-overdue. */
    reason: string;
    round: number;
    ticketId: string;
    ticketNumber: string;
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
};
export type CardPage = {
    items: CardRow[];
    next: string | null;
};
export type CaseClock = {
    dueAt: string | null;
    state: "done" | "near" | "none" | "over" | "running";
};
export type CaseRow = {
    card: ("red" | "yellow") | null;
    caseNumber: string;
    clock: CaseClock;
    confidential: boolean;
    /** The talk of this round must be held by then. */
    dueAt: string;
    heldAt: string | null;
    id: string;
    kind: "complaint" | "consultation" | "help" | "praise" | "report" | "suggestion";
    openedAt: string;
    round: number;
    state: "closed" | "held" | "opened" | "planned" | "scheduled" | "sorted";
    /** 何事 in one line; null where the request is confidential. */
    subject: string | null;
    ticketId: string;
    ticketNumber: string;
    tier: number;
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
    version: number;
};
export type CasePage = {
    items: CaseRow[];
    next: string | null;
};
export type CaseVolunteer = {
    name: string;
    volunteerId: string;
};
export type LostVolunteer = {
    name: string;
    why: "hours" | "left";
};
export type CaseAppointment = {
    address: string;
    bookingId: string | null;
    endAt: string;
    nameEn: string;
    nameZh: string;
    place: "field" | "room";
    roomId: string | null;
    startAt: string;
    volunteer: (CaseVolunteer) | null;
    /** Until the unit has asked another, or goes without. */
    volunteerLost: (LostVolunteer) | null;
};
export type LetterDto = {
    id: string;
    issuedAt: string;
    kind: "assignment" | "reminder";
    "number": string;
    round: number;
    text: string;
};
export type CaseMinutes = {
    attendees: string[];
    heldAt: string;
    inTime: boolean;
    minutes: string;
    outcome: "explained" | "resolved" | "understanding" | "unresolved";
    recordedAt: string;
    recordedBy: string;
};
export type OrderRow = {
    allowed: "answer"[];
    answer: string | null;
    answeredAt: string | null;
    answeredBy: string | null;
    caseId: string;
    caseNumber: string;
    /** interview-overdue: issued by the suite itself; inspector: written by an inspector. */
    cause: "inspector" | "interview-overdue";
    dueAt: string;
    id: string;
    issuedAt: string;
    /** Null: the suite itself. */
    issuedBy: string | null;
    orderNumber: string;
    overdueAt: string | null;
    round: number;
    state: "answered" | "open" | "overdue";
    text: string | null;
    ticketId: string;
    tier: number;
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
};
export type CasePlan = {
    "class": "can_be_done" | "cannot_be_done" | "unreasonable";
    legalBasis: string[];
    plan: string;
};
export type CaseVerification = {
    advice: string | null;
    criticism: string | null;
    method: "on_spot" | "phone";
    progress: string;
    satisfied: boolean;
    verifiedAt: string;
    verifiedBy: string;
};
export type CaseRoundDto = {
    appointment: (CaseAppointment) | null;
    dueAt: string;
    minutes: (CaseMinutes) | null;
    openedAt: string;
    plan: (CasePlan) | null;
    rootCause: string | null;
    round: number;
    verification: (CaseVerification) | null;
};
export type PromisedTaskDto = {
    allowed: "strike-off"[];
    caseId: string;
    /** `YYYY-MM-DD` */
    dueOn: string;
    id: string;
    owner: string;
    result: string | null;
    round: number;
    /** overdue: still open the day after it was promised for. */
    state: "done" | "open" | "overdue";
    struckOffAt: string | null;
    what: string;
};
export type CaseDetail = {
    /** What the reader may do now, named as the last part of the route. */
    allowed: ("appointment" | "minutes" | "orders" | "plan" | "root-cause" | "verification" | "volunteer")[];
    appointment: (CaseAppointment) | null;
    card: ("red" | "yellow") | null;
    cards: CardRow[];
    caseNumber: string;
    clock: CaseClock;
    closedAt: string | null;
    confidential: boolean;
    /** The talk of this round must be held by then. */
    dueAt: string;
    heldAt: string | null;
    id: string;
    kind: "complaint" | "consultation" | "help" | "praise" | "report" | "suggestion";
    letter: (LetterDto) | null;
    minutes: (CaseMinutes) | null;
    openedAt: string;
    orders: OrderRow[];
    plan: (CasePlan) | null;
    previousRounds: CaseRoundDto[];
    /** True where the texts are withheld from the reader. */
    redacted: boolean;
    reminders: LetterDto[];
    rootCause: string | null;
    round: number;
    state: "closed" | "held" | "opened" | "planned" | "scheduled" | "sorted";
    /** 何事 in one line; null where the request is confidential. */
    subject: string | null;
    tasks: PromisedTaskDto[];
    ticketId: string;
    ticketNumber: string;
    tier: number;
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
    verification: (CaseVerification) | null;
    version: number;
};
export type AppointmentBody = {
    /** With `field`: the village, street or home. */
    address?: string;
    endAt: string;
    place: "field" | "room";
    /** With `room`: one of the free rooms. */
    roomId?: string;
    startAt: string;
    /** The legal volunteer who joins; without one nobody does. */
    volunteerId?: string | null;
};
export type FreeRoomDto = {
    address: string;
    endAt: string;
    nameEn: string;
    nameZh: string;
    roomId: string;
    seats: number;
    startAt: string;
};
export type FreeRoomsDto = {
    items: FreeRoomDto[];
};
export type FreeVolunteerDto = {
    /** What they know: `land`, `labour`, … */
    fields: string[];
    name: string;
    volunteerId: string;
};
export type FreeVolunteersDto = {
    items: FreeVolunteerDto[];
};
export type CaseLedgerEntry = {
    action: string;
    actorKind: "citizen" | "staff" | "system";
    actorName: string | null;
    /** Roles at that time, separated by commas. */
    actorRole: string | null;
    at: string;
    detail: {
        [key: string]: any;
    };
    reason: string | null;
};
export type CaseLedgerPage = {
    items: CaseLedgerEntry[];
    next: string | null;
};
export type TaskBody = {
    /** The day it is promised for, `YYYY-MM-DD`. */
    dueOn: string;
    owner: string;
    what: string;
};
export type MinutesBody = {
    attendees: string[];
    heldAt: string;
    minutes: string;
    outcome: "explained" | "resolved" | "understanding" | "unresolved";
    tasks: TaskBody[];
};
export type OrderBody = {
    /** The unit answers by the end of office hours of this day, `YYYY-MM-DD`. */
    dueOn: string;
    text: string;
};
export type PlanBody = {
    "class": "can_be_done" | "cannot_be_done" | "unreasonable";
    /** Laws and files the plan rests on, at least one. */
    legalBasis: string[];
    plan: string;
};
export type RootCauseBody = {
    rootCause: string;
};
export type VerificationBody = {
    advice?: string;
    criticism?: string;
    method: "on_spot" | "phone";
    progress: string;
    satisfied: boolean;
};
export type VolunteerAtTalkBody = {
    /** Null: nobody any more. */
    volunteerId: string | null;
};
export type InstructionRow = {
    allowed: ("report-back" | "strike-off")[];
    dueAt: string;
    dueOn: string;
    givenAt: string;
    givenBy: string;
    id: string;
    overdueAt: string | null;
    reportBack: string | null;
    reportId: string;
    reportNumber: string;
    reportedBackAt: string | null;
    reportedBackBy: string | null;
    state: "open" | "reported_back" | "struck_off";
    struckOffAt: string | null;
    struckOffBy: string | null;
    text: string;
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
};
export type InstructionPage = {
    items: InstructionRow[];
    next: string | null;
};
export type ReportBackBody = {
    text: string;
};
export type OrderPage = {
    items: OrderRow[];
    next: string | null;
};
export type OrderAnswerBody = {
    text: string;
};
export type ReportRow = {
    draftedAt: string;
    /** Null: the suite itself. */
    draftedBy: string | null;
    "from": string;
    id: string;
    /** 〔2026〕第1期, given with the sign-off. */
    "number": string | null;
    signedOffAt: string | null;
    signedOffBy: string | null;
    state: "draft" | "signed_off";
    to: string;
    version: number;
    week: string;
};
export type ReportPage = {
    items: ReportRow[];
    next: string | null;
};
export type ReportDraftBody = {
    /** ISO week, `2026-W47`. */
    week: string;
};
export type ReportCaseLine = {
    caseId: string;
    caseNumber: string;
    dueAt: string;
    heldAt: string | null;
    kind: string;
    outcome: string | null;
    round: number;
    satisfied: boolean | null;
    state: string;
    /** null where the request is confidential. */
    subject: string | null;
    ticketNumber: string;
    tier: number;
    unitNameEn: string;
    unitNameZh: string;
};
export type ReportFigures = {
    /** Limits the hotline found broken in the time of the report. */
    breaches: number;
    closed: number;
    held: number;
    heldInTime: number;
    /** Cases not closed when the report was drafted. */
    openAtEnd: number;
    opened: number;
    overdue: number;
    redCards: number;
    satisfied: number;
    /** Talks sent back for another round. */
    secondRounds: number;
    verified: number;
    yellowCards: number;
};
export type ReportUnitLine = {
    breaches: number;
    held: number;
    heldInTime: number;
    opened: number;
    overdue: number;
    redCards: number;
    satisfied: number;
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
    verified: number;
    yellowCards: number;
};
export type ReportContent = {
    /** When the figures were taken. */
    asOf: string;
    cases: ReportCaseLine[];
    figures: ReportFigures;
    /** Where the report before ends, else Monday 00:00 of the office. */
    "from": string;
    /** The end of the week, or the time of drafting where that is earlier. */
    to: string;
    units: ReportUnitLine[];
    week: string;
};
export type ReportDetail = {
    allowed: ("edit" | "instructions" | "sign-off")[];
    content: ReportContent;
    draftedAt: string;
    /** Null: the suite itself. */
    draftedBy: string | null;
    "from": string;
    id: string;
    instructions: InstructionRow[];
    /** 〔2026〕第1期, given with the sign-off. */
    "number": string | null;
    signedOffAt: string | null;
    signedOffBy: string | null;
    state: "draft" | "signed_off";
    summary: string;
    title: string;
    to: string;
    version: number;
    week: string;
};
export type ReportEditBody = {
    summary: string;
};
export type InstructionBody = {
    /** `YYYY-MM-DD` */
    dueOn: string;
    text: string;
    /** The unit that has to report back. */
    unitId: string;
};
export type StrikeOffBody = {
    result: string;
};
/**
 * Yellow and red cards the reader may know of, the newest first.
 */
export function cardList({ after, limit, unitId, colour }: {
    after?: string;
    limit?: number;
    unitId?: string;
    colour?: "red" | "yellow";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CardPage;
    }>(`/api/interviews/cards${QS.query(QS.explode({
        after,
        limit,
        unitId,
        colour
    }))}`, {
        ...opts
    }));
}
/**
 * Cases the reader may know of, the newest first.
 */
export function caseList({ after, limit, state, unitId, kind, tier }: {
    after?: string;
    limit?: number;
    state?: "closed" | "held" | "opened" | "planned" | "scheduled" | "sorted";
    unitId?: string;
    kind?: "complaint" | "consultation" | "help" | "praise" | "report" | "suggestion";
    tier?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CasePage;
    }>(`/api/interviews/cases${QS.query(QS.explode({
        after,
        limit,
        state,
        unitId,
        kind,
        tier
    }))}`, {
        ...opts
    }));
}
export function caseGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
/**
 * Invites the citizen: books a room, or notes a place in the field, and books the volunteer who joins. A new time or
 * place replaces the one before, with its volunteer.
 */
export function caseAppointmentAppoint(id: string, appointmentBody: AppointmentBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/appointment`, oazapfts.json({
        ...opts,
        method: "POST",
        body: appointmentBody
    })));
}
/**
 * Free times of interview rooms inside office hours, the unit's own rooms first among equals.
 */
export function caseAppointmentFreeRooms(id: string, $from: string, to: string, durationMinutes: number, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FreeRoomsDto;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/free-rooms${QS.query(QS.explode({
        "from": $from,
        to,
        durationMinutes
    }))}`, {
        ...opts
    }));
}
/**
 * Legal volunteers who are free for the whole of a time.
 */
export function caseVolunteerFree(id: string, startAt: string, endAt: string, { field }: {
    field?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FreeVolunteersDto;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/free-volunteers${QS.query(QS.explode({
        startAt,
        endAt,
        field
    }))}`, {
        ...opts
    }));
}
/**
 * Every change of the case, the oldest first.
 */
export function caseLedger(id: string, { after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseLedgerPage;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/ledger${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
/**
 * Step 3, 约谈: the minutes of the talk, with what was promised.
 */
export function caseRecordMinutes(id: string, minutesBody: MinutesBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/minutes`, oazapfts.json({
        ...opts,
        method: "POST",
        body: minutesBody
    })));
}
/**
 * An inspector issues a supervision order (督办函).
 */
export function orderIssue(id: string, orderBody: OrderBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/orders`, oazapfts.json({
        ...opts,
        method: "POST",
        body: orderBody
    })));
}
/**
 * Step 2, 方案: the plan with its class and legal basis.
 */
export function casePlan(id: string, planBody: PlanBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/plan`, oazapfts.json({
        ...opts,
        method: "POST",
        body: planBody
    })));
}
/**
 * Step 1, 梳理: the root cause.
 */
export function caseNameRootCause(id: string, rootCauseBody: RootCauseBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/root-cause`, oazapfts.json({
        ...opts,
        method: "POST",
        body: rootCauseBody
    })));
}
/**
 * Tier 2: an inspector verifies the talk; satisfied closes the case, not satisfied opens the next round.
 */
export function caseVerify(id: string, verificationBody: VerificationBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/verification`, oazapfts.json({
        ...opts,
        method: "POST",
        body: verificationBody
    })));
}
/**
 * A volunteer joins the appointed talk in place of the one before, or nobody any more.
 */
export function caseVolunteerAssign(id: string, volunteerAtTalkBody: VolunteerAtTalkBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseDetail;
    }>(`/api/interviews/cases/${encodeURIComponent(id)}/volunteer`, oazapfts.json({
        ...opts,
        method: "POST",
        body: volunteerAtTalkBody
    })));
}
/**
 * Leaders' instructions the reader may know of, the newest first.
 */
export function instructionList({ after, limit, state, unitId }: {
    after?: string;
    limit?: number;
    state?: "open" | "reported_back" | "struck_off";
    unitId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: InstructionPage;
    }>(`/api/interviews/instructions${QS.query(QS.explode({
        after,
        limit,
        state,
        unitId
    }))}`, {
        ...opts
    }));
}
/**
 * The unit reports back on an instruction.
 */
export function instructionReportBack(id: string, reportBackBody: ReportBackBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: InstructionRow;
    }>(`/api/interviews/instructions/${encodeURIComponent(id)}/report-back`, oazapfts.json({
        ...opts,
        method: "POST",
        body: reportBackBody
    })));
}
/**
 * An instruction that has been reported back is struck off.
 */
export function instructionStrikeOff(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: InstructionRow;
    }>(`/api/interviews/instructions/${encodeURIComponent(id)}/strike-off`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * Supervision orders the reader may know of, the newest first.
 */
export function orderList({ after, limit, state, unitId }: {
    after?: string;
    limit?: number;
    state?: "answered" | "open" | "overdue";
    unitId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OrderPage;
    }>(`/api/interviews/orders${QS.query(QS.explode({
        after,
        limit,
        state,
        unitId
    }))}`, {
        ...opts
    }));
}
/**
 * The unit answers an order.
 */
export function orderAnswer(id: string, orderAnswerBody: OrderAnswerBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OrderRow;
    }>(`/api/interviews/orders/${encodeURIComponent(id)}/answer`, oazapfts.json({
        ...opts,
        method: "POST",
        body: orderAnswerBody
    })));
}
/**
 * Weekly reports, the newest week first. Leaders see what is signed off.
 */
export function reportList({ after, limit, state }: {
    after?: string;
    limit?: number;
    state?: "draft" | "signed_off";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReportPage;
    }>(`/api/interviews/reports${QS.query(QS.explode({
        after,
        limit,
        state
    }))}`, {
        ...opts
    }));
}
/**
 * Drafts the report of a week by hand; drafting again takes in what has changed since.
 */
export function reportDraft(reportDraftBody: ReportDraftBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ReportDetail;
    }>("/api/interviews/reports", oazapfts.json({
        ...opts,
        method: "POST",
        body: reportDraftBody
    })));
}
export function reportGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReportDetail;
    }>(`/api/interviews/reports/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
/**
 * Edits the summary of a draft.
 */
export function reportEdit(id: string, reportEditBody: ReportEditBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReportDetail;
    }>(`/api/interviews/reports/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: reportEditBody
    })));
}
/**
 * The report as a Word document.
 */
export function reportDocument(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/interviews/reports/${encodeURIComponent(id)}/document`, {
        ...opts
    }));
}
/**
 * A leader writes an instruction (批示) on a signed-off report.
 */
export function instructionGive(id: string, instructionBody: InstructionBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: InstructionRow;
    }>(`/api/interviews/reports/${encodeURIComponent(id)}/instructions`, oazapfts.json({
        ...opts,
        method: "POST",
        body: instructionBody
    })));
}
/**
 * Signs a draft off: it gets its number and cannot be changed any more.
 */
export function reportSignOff(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReportDetail;
    }>(`/api/interviews/reports/${encodeURIComponent(id)}/sign-off`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * Server-sent events `case`, `report` and `instruction`: what to read again.
 */
export function streamOpen(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/interviews/stream", {
        ...opts
    }));
}
/**
 * Strikes a promise off with its result.
 */
export function promisedTaskStrikeOff(id: string, strikeOffBody: StrikeOffBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PromisedTaskDto;
    }>(`/api/interviews/tasks/${encodeURIComponent(id)}/strike-off`, oazapfts.json({
        ...opts,
        method: "POST",
        body: strikeOffBody
    })));
}
