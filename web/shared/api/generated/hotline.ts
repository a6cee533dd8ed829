/**
 * sunline hotline
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
export type CalendarInForceDto = {
    /** The services' time. */
    asOf: string;
    /** Days from Monday to Friday that are not worked, in order. */
    free: string[];
    /** Saturdays and Sundays that are worked, in order. */
    worked: string[];
    /** Years, from the last one on, whose arrangement is known; of a day in any other nothing is known. */
    years: number[];
};
export type DeclaredDayDto = {
    day: string;
    declaredAt: string;
    kind: "as_published" | "free" | "working";
    reason: string;
};
export type DeclaredDayPageDto = {
    items: DeclaredDayDto[];
    /** Cursor of the next page, null on the last. */
    next: string | null;
};
export type DeclareDayDto = {
    /** `YYYY-MM-DD`, in a year with a published arrangement. */
    day: string;
    /** `as_published` takes an earlier declaration back. */
    kind: "as_published" | "free" | "working";
    reason: string;
    /** `declaredAt` of the declaration that was read and is replaced, null where there was none. Left out, the new one
    holds whatever was there. */
    replaces?: string | null;
};
export type CalendarYearDto = {
    /** Null of a packaged year. */
    broughtInAt: string | null;
    holidays: string[];
    makeUpDays: string[];
    origin: "brought_in" | "packaged";
    /** The notice's number; of a packaged year the package's name. */
    source: string;
    year: number;
};
export type CalendarYearPageDto = {
    items: CalendarYearDto[];
    /** Cursor of the next page, null on the last. */
    next: string | null;
};
export type BringInYearDto = {
    /** Every day off, `YYYY-MM-DD`, make-up leave and the weekend days within a holiday included. */
    holidays: string[];
    /** Every Saturday or Sunday that is worked in exchange. */
    makeUpDays: string[];
    /** `broughtInAt` of the arrangement that was read and is corrected, null where there was none. Left out, this one
    holds whatever was there. */
    replaces?: string | null;
    /** The number (文号) of the notice that publishes the arrangement. */
    source: string;
};
export type LookUpTicketDto = {
    code: string;
    "number": string;
};
export type ProgressInterviewDto = {
    endAt: string;
    placeEn: string;
    placeZh: string;
    startAt: string;
};
export type RequestKind = "complaint" | "consultation" | "help" | "praise" | "report" | "suggestion";
export type ProgressRatingDto = {
    comment: string | null;
    ratedAt: string;
    score: number;
};
export type ProgressReplyDto = {
    repliedAt: string;
    text: string;
};
export type ReviewOutcome = "set_aside" | "upheld";
export type ProgressReviewDto = {
    askedAt: string;
    decidedAt: string | null;
    /** Null while nobody has decided. */
    outcome: (ReviewOutcome) | null;
    /** Why it was decided so. */
    reason: string | null;
};
export type TicketState = "accepted" | "answered" | "awaiting_material" | "callback" | "closed" | "dispatched" | "dissatisfied" | "in_interview" | "in_progress" | "refused" | "registered" | "reopened" | "replied" | "returned" | "withdrawn";
export type ProgressStepDto = {
    at: string;
    state: TicketState;
};
export type TicketProgressDto = {
    interview: (ProgressInterviewDto) | null;
    kind: RequestKind;
    /** Whether a review can be asked for. */
    mayAskReview: boolean;
    /** Whether a rating is being waited for. */
    mayRate: boolean;
    "number": string;
    rating: (ProgressRatingDto) | null;
    registeredAt: string;
    reply: (ProgressReplyDto) | null;
    replyDueAt: string | null;
    review: (ProgressReviewDto) | null;
    state: TicketState;
    steps: ProgressStepDto[];
    subject: string;
    unitNameEn: string | null;
    unitNameZh: string | null;
};
export type RateTicketDto = {
    code: string;
    comment?: string | null;
    "number": string;
    score: number;
};
export type AskReviewDto = {
    code: string;
    "number": string;
    reason: string;
};
export type Language = "en" | "zh-CN";
export type RequestContactDto = {
    language: Language;
    name?: string | null;
    /** A Chinese mobile or landline number, or an international one with its `+`. */
    phone: string;
};
export type RequestElementsDto = {
    result?: string | null;
    what: string;
    when?: string | null;
    where: string;
    which?: string | null;
    who?: string | null;
    why?: string | null;
};
export type FileTicketDto = {
    /** 举报 (`report`) is confidential unless the citizen says otherwise; other kinds are not. */
    confidential?: boolean;
    contact: RequestContactDto;
    elements: RequestElementsDto;
    kind: RequestKind;
    serviceItemCode?: string;
};
export type FiledTicketDto = {
    /** The elements that were not given. */
    missing: string[];
    "number": string;
    queryCode: string;
    registeredAt: string;
};
export type ServiceItemDto = {
    code: string;
    kind: RequestKind;
    leadUnitId: string | null;
    nameEn: string;
    nameZh: string;
    /** Working days from dispatch to reply. */
    replyLimitDays: number;
};
export type ServiceItemListDto = {
    items: ServiceItemDto[];
};
export type Channel = "letter" | "sms" | "social" | "telephone" | "visit" | "web";
export type ClockState = "done" | "near" | "none" | "over" | "running" | "stopped";
export type RowClockDto = {
    /** ISO 8601, UTC. */
    dueAt: string | null;
    state: ClockState;
};
export type TicketRowDto = {
    /** 黄牌 / 红牌 of the ticket's own limits. */
    card: ("red" | "yellow") | null;
    channel: Channel;
    clock: RowClockDto;
    confidential: boolean;
    greenChannel: boolean;
    id: string;
    kind: RequestKind;
    "number": string;
    registeredAt: string;
    replyDueAt: string | null;
    /** Whether a review (复议) waits to be decided. */
    reviewAsked: boolean;
    state: TicketState;
    /** 何事 in one line; empty where the reader may not see the content. */
    subject: string;
    unitId: string | null;
    unitNameEn: string | null;
    unitNameZh: string | null;
    version: number;
};
export type TicketPageDto = {
    items: TicketRowDto[];
    next: string | null;
};
export type RegisterTicketDto = {
    channel: Channel;
    /** 举报 (`report`) is confidential unless the citizen says otherwise; other kinds are not. */
    confidential?: boolean;
    contact: RequestContactDto;
    elements: RequestElementsDto;
    /** 绿色通道. */
    greenChannel?: boolean;
    kind: RequestKind;
    serviceItemCode: string;
};
export type RegisteredTicketDto = {
    id: string;
    /** The elements that were not given. */
    missing: string[];
    "number": string;
    queryCode: string;
    registeredAt: string;
    state: string;
    version: number;
};
export type TicketAction = "accept" | "answer" | "dispatch" | "refuse" | "reply" | "return" | "reveal" | "set_aside" | "uphold";
export type TicketClockDto = {
    dueAt: string;
    kind: "accept" | "reply" | "transfer";
    metAt: string | null;
    startedAt: string;
    state: ClockState;
};
export type MaskedContactDto = {
    name: string | null;
    phone: string | null;
};
export type ElementsDto = {
    result: string | null;
    what: string | null;
    when: string | null;
    where: string | null;
    which: string | null;
    who: string | null;
    why: string | null;
};
export type TicketInterviewDto = {
    caseId: string;
    caseNumber: string;
    dueAt: string;
    endAt: string | null;
    heldAt: string | null;
    placeEn: string | null;
    placeZh: string | null;
    round: number;
    startAt: string | null;
};
export type TicketNoticeDto = {
    colour: ("red" | "yellow") | null;
    dueAt: string | null;
    id: string;
    issuedAt: string;
    kind: "card" | "order";
    /** Number of the order (督办函). */
    "number": string | null;
    /** Why the card was issued: `interview_overdue` and the like. */
    reason: string | null;
};
export type TicketRatingDto = {
    comment: string | null;
    ratedAt: string;
    score: number;
};
export type TicketReplyDto = {
    /** `reply` by the unit, `answer` on the spot, `refusal` with its legal basis. */
    how: "answer" | "refusal" | "reply";
    /** Null where no reply limit ran. */
    inTime: boolean | null;
    repliedAt: string;
    text: string;
    unitNameEn: string | null;
    unitNameZh: string | null;
};
export type TicketReviewDto = {
    askedAt: string;
    decidedAt: string | null;
    decisionReason: string | null;
    /** Null while nobody has decided. */
    outcome: (ReviewOutcome) | null;
    /** The reader would decide it, were it not of their own decision: somebody else of the post does. */
    ownDecision: boolean;
    /** Why the citizen asks; null where the reader may not see the content. */
    reason: string | null;
    via: "sms" | "web";
};
export type TicketDetailDto = {
    acceptedAt: string | null;
    /** What the reader may do with it now. */
    allowed: TicketAction[];
    /** 黄牌 / 红牌 of the ticket's own limits. */
    card: ("red" | "yellow") | null;
    channel: Channel;
    clock: RowClockDto;
    clocks: TicketClockDto[];
    closedAt: string | null;
    confidential: boolean;
    contactMasked: MaskedContactDto;
    dispatchedAt: string | null;
    elements: (ElementsDto) | null;
    greenChannel: boolean;
    id: string;
    interview: (TicketInterviewDto) | null;
    kind: RequestKind;
    /** The elements that are missing; empty where the reader may not see the content. */
    missing: string[];
    /** The note of the dispatch or the reason of the return, whichever came last. */
    note: string | null;
    notices: TicketNoticeDto[];
    "number": string;
    rating: (TicketRatingDto) | null;
    registeredAt: string;
    reply: (TicketReplyDto) | null;
    replyDueAt: string | null;
    /** The last review the citizen has asked for. */
    review: (TicketReviewDto) | null;
    /** Whether a review (复议) waits to be decided. */
    reviewAsked: boolean;
    serviceItem: (ServiceItemDto) | null;
    state: TicketState;
    /** 何事 in one line; empty where the reader may not see the content. */
    subject: string;
    unitId: string | null;
    unitNameEn: string | null;
    unitNameZh: string | null;
    version: number;
};
export type AnswerTicketDto = {
    text: string;
};
export type RevealContactDto = {
    reason: string;
};
export type RevealedContactDto = {
    name: string | null;
    phone: string | null;
};
export type DispatchTicketDto = {
    note?: string;
    unitId: string;
};
export type TicketLedgerEntryDto = {
    action: string;
    /** Null for the citizen and for the suite itself. */
    actorName: string | null;
    /** A role of domain.md §1, `citizen` or `system`. */
    actorRole: string;
    at: string;
    detail: {
        [key: string]: any;
    } | null;
    reason: string | null;
};
export type TicketLedgerPageDto = {
    items: TicketLedgerEntryDto[];
    next: string | null;
};
export type RefuseTicketDto = {
    legalBasis: string;
};
export type ReplyToTicketDto = {
    text: string;
};
export type ReturnTicketDto = {
    reason: string;
};
export type DecideReviewDto = {
    reason: string;
};
/**
 * Public: a citizen reads how many working days are left, and counts as the office does.
 */
export function calendarInForceRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CalendarInForceDto;
    }>("/api/hotline/calendar", {
        ...opts
    }));
}
/**
 * The latest day first.
 */
export function calendarDayList({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DeclaredDayPageDto;
    }>(`/api/hotline/calendar-days${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
/**
 * Declares a day worked or free; open limits that run over it are counted again.
 */
export function calendarDayDeclare(declareDayDto: DeclareDayDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DeclaredDayDto;
    }>("/api/hotline/calendar-days", oazapfts.json({
        ...opts,
        method: "POST",
        body: declareDayDto
    })));
}
/**
 * The latest year first.
 */
export function calendarYearList({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CalendarYearPageDto;
    }>(`/api/hotline/calendar-years${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
/**
 * Brings in a year's published arrangement, or corrects what was brought in; limits can reach into it from then on.
 */
export function calendarYearBringIn(year: number, bringInYearDto: BringInYearDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CalendarYearDto;
    }>(`/api/hotline/calendar-years/${encodeURIComponent(year)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: bringInYearDto
    })));
}
export function citizenLookUp(lookUpTicketDto: LookUpTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketProgressDto;
    }>("/api/hotline/citizen/lookup", oazapfts.json({
        ...opts,
        method: "POST",
        body: lookUpTicketDto
    })));
}
/**
 * 评价: once for each reply.
 */
export function citizenRate(rateTicketDto: RateTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: TicketProgressDto;
    }>("/api/hotline/citizen/ratings", oazapfts.json({
        ...opts,
        method: "POST",
        body: rateTicketDto
    })));
}
/**
 * 复议: once a ticket is struck off, one at a time.
 */
export function citizenAskReview(askReviewDto: AskReviewDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: TicketProgressDto;
    }>("/api/hotline/citizen/reviews", oazapfts.json({
        ...opts,
        method: "POST",
        body: askReviewDto
    })));
}
export function registrationFile(fileTicketDto: FileTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: FiledTicketDto;
    }>("/api/hotline/citizen/tickets", oazapfts.json({
        ...opts,
        method: "POST",
        body: fileTicketDto
    })));
}
/**
 * The public list of what can be asked for and how long a reply may take.
 */
export function serviceItemList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ServiceItemListDto;
    }>("/api/hotline/service-items", {
        ...opts
    }));
}
export function ticketList({ after, limit, state, kind, review, unitId, q }: {
    after?: string;
    limit?: number;
    state?: TicketState;
    kind?: RequestKind;
    review?: "asked";
    unitId?: string;
    q?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketPageDto;
    }>(`/api/hotline/tickets${QS.query(QS.explode({
        after,
        limit,
        state,
        kind,
        review,
        unitId,
        q
    }))}`, {
        ...opts
    }));
}
export function registrationRegister(registerTicketDto: RegisterTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: RegisteredTicketDto;
    }>("/api/hotline/tickets", oazapfts.json({
        ...opts,
        method: "POST",
        body: registerTicketDto
    })));
}
export function ticketRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
/**
 * 签收.
 */
export function ticketAccept(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/accept`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * 即办: answered on the spot and struck off.
 */
export function ticketAnswer(id: string, answerTicketDto: AnswerTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/answer`, oazapfts.json({
        ...opts,
        method: "POST",
        body: answerTicketDto
    })));
}
/**
 * Opens the citizen's name and number; the reason goes into the ledger.
 */
export function ticketReveal(id: string, revealContactDto: RevealContactDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RevealedContactDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/contact/reveal`, oazapfts.json({
        ...opts,
        method: "POST",
        body: revealContactDto
    })));
}
/**
 * 交办: to a unit, whose clocks start.
 */
export function ticketDispatch(id: string, dispatchTicketDto: DispatchTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/dispatch`, oazapfts.json({
        ...opts,
        method: "POST",
        body: dispatchTicketDto
    })));
}
export function ticketLedger(id: string, { after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketLedgerPageDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/ledger${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
/**
 * 不予受理, with its legal basis.
 */
export function ticketRefuse(id: string, refuseTicketDto: RefuseTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/refuse`, oazapfts.json({
        ...opts,
        method: "POST",
        body: refuseTicketDto
    })));
}
/**
 * 答复.
 */
export function ticketReply(id: string, replyToTicketDto: ReplyToTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/reply`, oazapfts.json({
        ...opts,
        method: "POST",
        body: replyToTicketDto
    })));
}
/**
 * 退回, with the reason.
 */
export function ticketReturn(id: string, returnTicketDto: ReturnTicketDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/return`, oazapfts.json({
        ...opts,
        method: "POST",
        body: returnTicketDto
    })));
}
/**
 * 撤销: the ticket is taken up again.
 */
export function reviewSetAside(id: string, decideReviewDto: DecideReviewDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/review/set-aside`, oazapfts.json({
        ...opts,
        method: "POST",
        body: decideReviewDto
    })));
}
/**
 * 维持: what was done stands.
 */
export function reviewUphold(id: string, decideReviewDto: DecideReviewDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TicketDetailDto;
    }>(`/api/hotline/tickets/${encodeURIComponent(id)}/review/uphold`, oazapfts.json({
        ...opts,
        method: "POST",
        body: decideReviewDto
    })));
}
