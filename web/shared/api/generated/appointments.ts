/**
 * sunline appointments
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
export type ContactRequestState = "agreed" | "arranged" | "contacted" | "requested" | "served" | "withdrawn";
export type ContactRequestAction = "agree" | "arrange" | "contacted" | "serve" | "withdraw";
export type ContactCard = "red" | "yellow";
export type ContactClockState = "done" | "near" | "over" | "running";
export type ContactClockDto = {
    dueAt: string;
    /** When the citizen was contacted, or the request ended without. */
    metAt: string | null;
    state: ContactClockState;
};
export type ContactRequestKind = "callback" | "outside-hours";
export type Language = "en" | "zh-CN";
export type ContactRequestRow = {
    agreedEndAt: string | null;
    agreedStartAt: string | null;
    allowed: ContactRequestAction[];
    /** 黄牌 shortly before the end, 红牌 after it. */
    card: (ContactCard) | null;
    channel: "phone" | "sms" | "web";
    clock: ContactClockDto;
    code: string;
    contactDueAt: string;
    contactedAt: string | null;
    endedAt: string | null;
    id: string;
    itemCode: string | null;
    itemNameEn: string | null;
    itemNameZh: string | null;
    kind: ContactRequestKind;
    language: Language;
    /** Whether the citizen gave a name; it is shown with the number, after a reason. */
    named: boolean;
    note: string | null;
    officerId: string | null;
    officerName: string | null;
    phoneMasked: string;
    /** Why it was withdrawn. */
    reason: string | null;
    requestedAt: string;
    siteAddress: string | null;
    siteId: string | null;
    siteNameEn: string | null;
    siteNameZh: string | null;
    state: ContactRequestState;
    /** Who supervises: 1 the office itself, 2 the discipline commission, once it is overdue. */
    tier: number;
    version: number;
    wishFrom: string | null;
    wishTo: string | null;
};
export type ContactRequestPage = {
    items: ContactRequestRow[];
    next: string | null;
};
export type RequesterDto = {
    language: Language;
    name?: string | null;
    /** A Chinese mobile or landline number, or an international one with its `+`. */
    phone: string;
};
export type FileContactRequestDto = {
    contact: RequesterDto;
    /** Required for service outside opening hours. */
    itemCode?: string;
    kind: ContactRequestKind;
    note?: string | null;
    siteId?: string;
    /** The earliest time that suits the citizen. */
    wishFrom?: string;
    /** The latest. */
    wishTo?: string;
};
export type FiledContactRequestDto = {
    code: string;
    contactDueAt: string;
    state: ContactRequestState;
};
export type ContactRequestProgressDto = {
    agreedEndAt: string | null;
    agreedStartAt: string | null;
    code: string;
    contactDueAt: string;
    contactedAt: string | null;
    endedAt: string | null;
    itemCode: string | null;
    itemNameEn: string | null;
    itemNameZh: string | null;
    kind: ContactRequestKind;
    phoneMasked: string;
    requestedAt: string;
    siteAddress: string | null;
    siteId: string | null;
    siteNameEn: string | null;
    siteNameZh: string | null;
    state: ContactRequestState;
    wishFrom: string | null;
    wishTo: string | null;
};
export type AgreeTimeDto = {
    endAt: string;
    /** Where; required unless the citizen has named the site. */
    siteId?: string;
    startAt: string;
};
export type ArrangeDutyDto = {
    officerId: string;
};
export type RevealRequesterDto = {
    reason: string;
};
export type RevealedRequesterDto = {
    name: string | null;
    phone: string;
};
export type WithdrawContactRequestDto = {
    reason: string;
};
export type DeskBookingState = "arrived" | "confirmed" | "held" | "missed" | "served";
export type DeskBookingRow = {
    code: string;
    endAt: string;
    green: boolean;
    homeVisit: boolean;
    itemCode: string;
    itemNameEn: string;
    itemNameZh: string;
    /** Should have come by now and has not. */
    late: boolean;
    /** Whether the code is taken at the desk now. */
    mayCheckIn: boolean;
    /** The queue number, once arrived. */
    "number": number | null;
    people: number;
    phoneMasked: string | null;
    representative: boolean;
    startAt: string;
    state: DeskBookingState;
    windowCode: string;
    windowId: string;
};
export type CallNextDto = {
    siteId: string;
    windowId: string;
};
export type VisitState = "called" | "finished" | "left" | "serving" | "waiting";
export type VisitRow = {
    arrivedAt: string;
    /** Null for a walk-in. */
    bookingCode: string | null;
    /** The last call. */
    calledAt: string | null;
    calls: number;
    day: string;
    endedAt: string | null;
    green: boolean;
    id: string;
    itemCode: string;
    itemNameEn: string;
    itemNameZh: string;
    /** Came late for the time booked. */
    late: boolean;
    /** The queue number, from 1 each day at each site. */
    "number": number;
    servedAt: string | null;
    siteId: string;
    /** The time booked; null for a walk-in. */
    startAt: string | null;
    state: VisitState;
    windowCode: string | null;
    /** The window that has called. */
    windowId: string | null;
};
export type CalledDto = {
    visit: (VisitRow) | null;
};
export type CheckInDto = {
    code: string;
    siteId: string;
};
export type WindowKind = "counter" | "home-visit";
export type DeskWindowRow = {
    code: string;
    id: string;
    itemCodes: string[];
    kind: WindowKind;
    /** The last time it called somebody or finished with somebody; null: not yet today. */
    lastActAt: string | null;
    /** 脱岗: open, citizens wait for it, and it has called nobody for longer than is allowed. */
    left: boolean;
    nameEn: string;
    nameZh: string;
    /** Who is called to it or being served at it. */
    visitId: string | null;
    /** How many wait for what it does. */
    waiting: number;
};
export type DeskDayDto = {
    asOf: string;
    /** By time. */
    bookings: DeskBookingRow[];
    day: string;
    /** More than this list holds: the site has more than 500 bookings or visits that day. */
    more: boolean;
    siteId: string;
    /** Those waiting in the order they will be called, then those at a window, then those who are done. */
    visits: VisitRow[];
    windows: DeskWindowRow[];
};
export type WalkInDto = {
    /** 绿色通道: elderly, frail, sick, disabled, from elsewhere, urgent special cause. */
    green?: boolean;
    itemCode: string;
    siteId: string;
};
export type CalledNumberDto = {
    calledAt: string;
    "number": number;
    windowCode: string;
};
export type DisplayDto = {
    asOf: string;
    /** The last called first. */
    called: CalledNumberDto[];
    /** The numbers that come next, in order. */
    next: number[];
    siteNameEn: string;
    siteNameZh: string;
    /** How many wait. */
    waiting: number;
};
export type FigureGroup = "item" | "site" | "week";
export type ExtendedServiceDto = {
    extended: number;
    served: number;
    share: number | null;
};
export type LeadTimeDto = {
    bookings: number;
    medianHours: number | null;
    p90Hours: number | null;
};
export type NoShowDto = {
    due: number;
    missed: number;
    rate: number | null;
};
export type SessionName = "afternoon" | "evening" | "morning" | "noon";
export type SessionFillDto = {
    bookedMinutes: number;
    /** Null by item. */
    offeredMinutes: number | null;
    session: SessionName;
    share: number | null;
};
export type WaitDto = {
    called: number;
    medianMinutes: number | null;
    p90Minutes: number | null;
};
export type WindowUseDto = {
    /** Null by item: a window is open for all it does. */
    openMinutes: number | null;
    servedMinutes: number;
    share: number | null;
};
export type FiguresRow = {
    extended: ExtendedServiceDto;
    /** Id of the site, code of the item, or the week's Monday. */
    key: string;
    leadTime: LeadTimeDto;
    nameEn: string | null;
    /** Null by week. */
    nameZh: string | null;
    noShow: NoShowDto;
    sessions: SessionFillDto[];
    wait: WaitDto;
    windowUse: WindowUseDto;
};
export type FiguresDto = {
    asOf: string;
    by: FigureGroup;
    "from": string;
    rows: FiguresRow[];
    to: string;
    /** All rows together. */
    total: FiguresRow;
};
export type RoomRow = {
    address: string;
    id: string;
    nameEn: string;
    nameZh: string;
    seats: number;
    siteId: string;
    siteNameEn: string;
    siteNameZh: string;
    /** The unit whose room it is. */
    unitId: string;
};
export type RoomPage = {
    items: RoomRow[];
    next: string | null;
};
export type RoomBookingRow = {
    endAt: string;
    id: string;
    startAt: string;
    state: "confirmed" | "held";
};
export type RoomBookingPage = {
    items: RoomBookingRow[];
    next: string | null;
};
/**
 * The open requests, or those in one state, the one to be contacted first at the top.
 */
export function contactRequestList({ after, limit, state, site }: {
    after?: string;
    limit?: number;
    state?: ContactRequestState;
    site?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestPage;
    }>(`/api/appointments/contact-requests${QS.query(QS.explode({
        after,
        limit,
        state,
        site
    }))}`, {
        ...opts
    }));
}
/**
 * A citizen asks to be contacted.
 */
export function contactRequestFile(fileContactRequestDto: FileContactRequestDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: FiledContactRequestDto;
    }>("/api/appointments/contact-requests", oazapfts.json({
        ...opts,
        method: "POST",
        body: fileContactRequestDto
    })));
}
/**
 * How the citizen's own request stands.
 */
export function contactRequestProgress(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestProgressDto;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(code)}`, {
        ...opts
    }));
}
/**
 * A time was agreed; the citizen gets it as a text message.
 */
export function contactRequestAgree(id: string, agreeTimeDto: AgreeTimeDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestRow;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(id)}/agree`, oazapfts.json({
        ...opts,
        method: "POST",
        body: agreeTimeDto
    })));
}
/**
 * Somebody is on duty for it.
 */
export function contactRequestArrange(id: string, arrangeDutyDto: ArrangeDutyDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestRow;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(id)}/arrange`, oazapfts.json({
        ...opts,
        method: "POST",
        body: arrangeDutyDto
    })));
}
/**
 * Opens the citizen's name and number; the reason goes into the ledger.
 */
export function contactRequestReveal(id: string, revealRequesterDto: RevealRequesterDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RevealedRequesterDto;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(id)}/contact/reveal`, oazapfts.json({
        ...opts,
        method: "POST",
        body: revealRequesterDto
    })));
}
/**
 * The citizen was reached.
 */
export function contactRequestContacted(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestRow;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(id)}/contacted`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * The citizen was served, or the talk itself has settled it.
 */
export function contactRequestServe(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestRow;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(id)}/serve`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * The citizen does not want it any more.
 */
export function contactRequestWithdraw(id: string, withdrawContactRequestDto: WithdrawContactRequestDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestRow;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(id)}/withdraw`, oazapfts.json({
        ...opts,
        method: "POST",
        body: withdrawContactRequestDto
    })));
}
/**
 * 爽约: the citizen of a booking has not come.
 */
export function deskMiss(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DeskBookingRow;
    }>(`/api/appointments/desk/bookings/${encodeURIComponent(code)}/missed`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * A home visit was made: nobody checks in at a window for one.
 */
export function deskVisited(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DeskBookingRow;
    }>(`/api/appointments/desk/bookings/${encodeURIComponent(code)}/served`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * 叫号: the next citizen for a window, of those whose matter it serves.
 */
export function deskCall(callNextDto: CallNextDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CalledDto;
    }>("/api/appointments/desk/calls", oazapfts.json({
        ...opts,
        method: "POST",
        body: callNextDto
    })));
}
/**
 * 签到: a booking's citizen has come and gets a queue number; the same code again finds the same number.
 */
export function deskCheckIn(checkInDto: CheckInDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: VisitRow;
    }>("/api/appointments/desk/check-ins", oazapfts.json({
        ...opts,
        method: "POST",
        body: checkInDto
    })));
}
/**
 * Bookings, queue and windows of a site on a day.
 */
export function deskRead(site: string, { day }: {
    day?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DeskDayDto;
    }>(`/api/appointments/desk/day${QS.query(QS.explode({
        site,
        day
    }))}`, {
        ...opts
    }));
}
/**
 * 现场取号: a citizen without a booking gets a queue number.
 */
export function deskWalkIn(walkInDto: WalkInDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: VisitRow;
    }>("/api/appointments/desk/walk-ins", oazapfts.json({
        ...opts,
        method: "POST",
        body: walkInDto
    })));
}
export function displayRead(siteId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DisplayDto;
    }>(`/api/appointments/displays/${encodeURIComponent(siteId)}`, {
        ...opts
    }));
}
export function figuresRead(by: FigureGroup, $from: string, to: string, { site }: {
    site?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FiguresDto;
    }>(`/api/appointments/figures${QS.query(QS.explode({
        by,
        "from": $from,
        to,
        site
    }))}`, {
        ...opts
    }));
}
/**
 * The same as a table for a spreadsheet: UTF-8 with its mark, formula cells escaped.
 */
export function figuresCsv(by: FigureGroup, $from: string, to: string, { site }: {
    site?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/appointments/figures/csv${QS.query(QS.explode({
        by,
        "from": $from,
        to,
        site
    }))}`, {
        ...opts
    }));
}
/**
 * Interview rooms by site and name.
 */
export function roomList({ after, limit, unitId }: {
    after?: string;
    limit?: number;
    unitId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RoomPage;
    }>(`/api/appointments/rooms${QS.query(QS.explode({
        after,
        limit,
        unitId
    }))}`, {
        ...opts
    }));
}
/**
 * When a room is taken, the earliest first.
 */
export function roomBookings(id: string, $from: string, to: string, { after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RoomBookingPage;
    }>(`/api/appointments/rooms/${encodeURIComponent(id)}/bookings${QS.query(QS.explode({
        after,
        limit,
        "from": $from,
        to
    }))}`, {
        ...opts
    }));
}
/**
 * The citizen has been served; the window is free for the next.
 */
export function visitFinish(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VisitRow;
    }>(`/api/appointments/visits/${encodeURIComponent(id)}/finish`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * 过号: called often enough and did not come.
 */
export function visitLeave(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VisitRow;
    }>(`/api/appointments/visits/${encodeURIComponent(id)}/leave`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * Calls the number once more.
 */
export function visitRecall(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VisitRow;
    }>(`/api/appointments/visits/${encodeURIComponent(id)}/recall`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * The citizen has come to the window.
 */
export function visitServe(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VisitRow;
    }>(`/api/appointments/visits/${encodeURIComponent(id)}/serve`, {
        ...opts,
        method: "POST"
    }));
}
