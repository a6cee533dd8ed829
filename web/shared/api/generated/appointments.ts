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
export type AbsenceRow = {
    fromDay: string;
    id: string;
    officerId: string;
    officerName: string;
    reason: string;
    reportedAt: string;
    toDay: string;
};
export type AbsencePage = {
    items: AbsenceRow[];
    next: string | null;
};
export type AbsenceBody = {
    /** `YYYY-MM-DD` */
    fromDay: string;
    officerId: string;
    reason: string;
    /** `YYYY-MM-DD`, at most 366 days after `fromDay`. */
    toDay: string;
};
export type AffectedBooking = {
    code: string;
    startAt: string;
};
export type AbsentDuty = {
    day: string;
    dutyId: string;
    /** Null: the day's leader. */
    postId: string | null;
    rosterId: string;
    session: "afternoon" | "evening" | "morning" | "noon";
    /** Who takes over; null when nobody can: the post's windows close for the session. */
    takenOverBy: string | null;
};
export type AbsenceReport = {
    /** Bookings in sessions for which nobody could take over; their citizens have been told. */
    closed: AffectedBooking[];
    duties: AbsentDuty[];
    fromDay: string;
    id: string;
    officerId: string;
    officerName: string;
    reason: string;
    reportedAt: string;
    toDay: string;
};
export type AbsenceEnd = {
    /** The last day away, before today or today; left out: yesterday was the last. */
    lastDay?: string;
};
export type AbsenceEnded = {
    /** Ids of the duties that went back. */
    givenBack: string[];
};
export type Language = "en" | "zh-CN";
export type BookingContactDto = {
    language: Language;
    name?: string | null;
    /** A Chinese mobile or landline number, or an international one with its `+`. */
    phone: string;
};
export type RepresentativeDto = {
    name: string;
    /** To the citizen: daughter, neighbour, social worker. */
    relation: string;
};
export type CreateBookingDto = {
    contact?: BookingContactDto;
    /** 绿色通道. */
    green?: boolean;
    homeVisit?: boolean;
    itemCode: string;
    /** A group takes its item's time for each. */
    people?: number;
    /** The code of an own hold that is given back at once, when another time is chosen. */
    replaces?: string;
    representative?: RepresentativeDto;
    siteId: string;
    startAt: string;
    /** 上门服务: where to come to. */
    visitAddress?: string | null;
};
export type BookingStep = "cancel" | "confirm" | "move" | "rate" | "release";
export type BookingMaterialDto = {
    copies: number;
    nameEn: string;
    nameZh: string;
    noteEn: string | null;
    noteZh: string | null;
    originals: number;
};
export type BookingMaterialListDto = {
    materials: BookingMaterialDto[];
    version: number;
};
export type BookingQueueDto = {
    /** How many are called before. */
    ahead: number;
    /** When that was so. */
    asOf: string;
    "number": number;
};
export type BookingState = "arrived" | "cancelled" | "confirmed" | "expired" | "held" | "missed" | "served" | "unserved";
export type BookingDto = {
    address: string;
    /** What may be done now. */
    allowed: BookingStep[];
    code: string;
    directionsEn: string;
    directionsZh: string;
    endAt: string;
    green: boolean;
    /** Until when a hold is kept. */
    heldUntil: string | null;
    homeVisit: boolean;
    itemCode: string;
    itemNameEn: string;
    itemNameZh: string;
    material: BookingMaterialListDto;
    people: number;
    phoneMasked: string | null;
    /** Once arrived: the place in the queue. */
    queue: (BookingQueueDto) | null;
    rating: number | null;
    /** Somebody comes in the citizen's place. */
    representative: boolean;
    sequence: number;
    siteId: string;
    siteNameEn: string;
    siteNameZh: string;
    startAt: string;
    state: BookingState;
    version: number;
};
export type CancelBookingDto = {
    reason?: string | null;
};
export type ConfirmBookingDto = {
    /** Needed unless the booking has one already (an offer from the waiting list). */
    contact?: BookingContactDto;
    representative?: RepresentativeDto;
    /** 上门服务: where to come to. */
    visitAddress?: string | null;
};
export type MoveBookingDto = {
    /** The same site unless told. */
    siteId?: string;
    startAt: string;
};
export type RateBookingDto = {
    comment?: string | null;
    score: number;
};
export type MakeFeedDto = {
    officerId?: string;
    windowId?: string;
};
export type CalendarFeedDto = {
    /** A path at this suite's own address. */
    path: string;
};
export type ItemClass = "immediate" | "promised";
export type CatalogueItemRow = {
    active: boolean;
    "class": ItemClass;
    code: string;
    /** Time at the window for one person. */
    durationMinutes: number;
    /** 0: free of charge. */
    feeCents: number;
    greenChannel: boolean;
    /** Several people may come together. */
    groups: boolean;
    homeVisit: boolean;
    /** Working days until it is done; 0: on the spot. */
    limitDays: number;
    nameEn: string;
    nameZh: string;
    /** Somebody else may come in the citizen's place (委托). */
    representative: boolean;
    version: number;
};
export type CatalogueItemPage = {
    items: CatalogueItemRow[];
    next: string | null;
};
export type MaterialDto = {
    copies: number;
    nameEn: string;
    nameZh: string;
    noteEn: string;
    noteZh: string;
    originals: number;
};
export type MaterialListDto = {
    issuedAt: string;
    materials: MaterialDto[];
    version: number;
};
export type BookingChannel = "counter" | "phone" | "sms" | "web";
export type ItemSiteDto = {
    channels: BookingChannel[];
    siteId: string;
};
export type CatalogueItemDto = {
    active: boolean;
    "class": ItemClass;
    code: string;
    /** Time at the window for one person. */
    durationMinutes: number;
    /** 0: free of charge. */
    feeCents: number;
    greenChannel: boolean;
    /** Several people may come together. */
    groups: boolean;
    homeVisit: boolean;
    legalBasisEn: string;
    legalBasisZh: string;
    /** Working days until it is done; 0: on the spot. */
    limitDays: number;
    /** All versions, the newest first. */
    materialLists: MaterialListDto[];
    nameEn: string;
    nameZh: string;
    /** Somebody else may come in the citizen's place (委托). */
    representative: boolean;
    sites: ItemSiteDto[];
    version: number;
};
export type Accessibility = "accessible-toilet" | "hearing-loop" | "lift" | "parking" | "ramp" | "sign-language" | "tactile-paving" | "wheelchair";
export type CatalogueSiteRow = {
    accessibility: Accessibility[];
    active: boolean;
    address: string;
    directionsEn: string;
    /** How to get there. */
    directionsZh: string;
    id: string;
    nameEn: string;
    nameZh: string;
    phone: string;
    version: number;
};
export type CatalogueSitePage = {
    items: CatalogueSiteRow[];
    next: string | null;
};
export type ClosureRow = {
    fromDay: string;
    id: string;
    reasonEn: string;
    reasonZh: string;
    /** Null: the whole office. */
    siteId: string | null;
    toDay: string;
};
export type ClosurePage = {
    items: ClosureRow[];
    next: string | null;
};
export type NewClosureBody = {
    fromDay: string;
    reasonEn: string;
    reasonZh: string;
    /** Null: the whole office. */
    siteId: string | null;
    /** At most 92 days after the first. */
    toDay: string;
};
export type BookingWithoutTime = {
    code: string;
    endAt: string;
    itemCode: string;
    /** The citizen's phone, masked; null where none is known. */
    phoneMasked: string | null;
    siteId: string;
    startAt: string;
    windowId: string;
};
export type ClosureMade = {
    /** Bookings that have lost their time by it, by site and start, 500 at most; all their citizens are told. */
    affected: BookingWithoutTime[];
    fromDay: string;
    id: string;
    reasonEn: string;
    reasonZh: string;
    /** Null: the whole office. */
    siteId: string | null;
    toDay: string;
};
export type ScheduleTakenBack = {
    affected: BookingWithoutTime[];
    id: string;
};
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
    /** Whether the citizen may wish for another time: until one is agreed. */
    mayChangeWish: boolean;
    /** Whether the citizen may still withdraw it. */
    mayWithdraw: boolean;
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
    /** Whether the citizen may wish for another time: until one is agreed. */
    mayChangeWish: boolean;
    /** Whether the citizen may still withdraw it. */
    mayWithdraw: boolean;
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
export type WishedTimeDto = {
    wishFrom?: string;
    wishTo?: string;
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
export type BookForCallerDto = {
    contact: BookingContactDto;
    /** 绿色通道. */
    green?: boolean;
    homeVisit?: boolean;
    itemCode: string;
    /** A group takes its item's time for each. */
    people?: number;
    representative?: RepresentativeDto;
    siteId: string;
    startAt: string;
    /** 上门服务: where to come to. */
    visitAddress?: string | null;
};
export type BookingsOfCallerDto = {
    after?: string;
    limit?: number;
    phone: string;
};
export type BookingsOfCallerPage = {
    /** The latest first. */
    items: BookingDto[];
    next: string | null;
};
export type DeskBookingState = "arrived" | "confirmed" | "missed" | "served" | "unserved";
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
export type VisitState = "called" | "finished" | "left" | "serving" | "unserved" | "waiting";
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
    /** How often its post was left that day so far. */
    leftToday: number;
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
export type UnservedDto = {
    came: number;
    share: number | null;
    unserved: number;
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
    unserved: UnservedDto;
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
export type ItemRow = {
    "class": ItemClass;
    code: string;
    /** Time at the window for one person. */
    durationMinutes: number;
    /** 0: free of charge. */
    feeCents: number;
    greenChannel: boolean;
    /** Several people may come together. */
    groups: boolean;
    homeVisit: boolean;
    /** Working days until it is done; 0: on the spot. */
    limitDays: number;
    nameEn: string;
    nameZh: string;
    /** Somebody else may come in the citizen's place (委托). */
    representative: boolean;
};
export type ItemPage = {
    items: ItemRow[];
    next: string | null;
};
export type MaterialBody = {
    copies: number;
    nameEn: string;
    nameZh: string;
    noteEn: string;
    noteZh: string;
    originals: number;
};
export type NewItemBody = {
    /** Whether it can be booked. */
    active: boolean;
    "class": ItemClass;
    code: string;
    durationMinutes: number;
    feeCents: number;
    greenChannel: boolean;
    groups: boolean;
    homeVisit: boolean;
    legalBasisEn: string;
    legalBasisZh: string;
    /** Working days until it is done; 0: on the spot. */
    limitDays: number;
    /** The first list of what to bring. */
    materials: MaterialBody[];
    nameEn: string;
    nameZh: string;
    representative: boolean;
};
export type ItemDto = {
    "class": ItemClass;
    code: string;
    /** Time at the window for one person. */
    durationMinutes: number;
    /** 0: free of charge. */
    feeCents: number;
    greenChannel: boolean;
    /** Several people may come together. */
    groups: boolean;
    homeVisit: boolean;
    legalBasisEn: string;
    legalBasisZh: string;
    /** Working days until it is done; 0: on the spot. */
    limitDays: number;
    /** Null where none is issued yet. */
    material: (MaterialListDto) | null;
    nameEn: string;
    nameZh: string;
    /** Somebody else may come in the citizen's place (委托). */
    representative: boolean;
    sites: ItemSiteDto[];
    version: number;
};
export type ItemBody = {
    /** Whether it can be booked. */
    active: boolean;
    "class": ItemClass;
    durationMinutes: number;
    feeCents: number;
    greenChannel: boolean;
    groups: boolean;
    homeVisit: boolean;
    legalBasisEn: string;
    legalBasisZh: string;
    /** Working days until it is done; 0: on the spot. */
    limitDays: number;
    nameEn: string;
    nameZh: string;
    representative: boolean;
};
export type MaterialListBody = {
    materials: MaterialBody[];
};
export type ItemSiteBody = {
    channels: BookingChannel[];
    siteId: string;
};
export type ItemSitesBody = {
    /** All sites that offer the item from now on, each once. */
    sites: ItemSiteBody[];
};
export type OfficerRow = {
    active: boolean;
    id: string;
    mayLead: boolean;
    name: string;
    qualifications: string[];
    siteId: string;
    staffId: string | null;
    version: number;
};
export type OfficerPage = {
    items: OfficerRow[];
    next: string | null;
};
export type OfficerBody = {
    /** Whether the person may be the day's leader (坐堂值班). */
    mayLead: boolean;
    name: string;
    /** What the person is trained for; a post names what it asks for in the same words. */
    qualifications: string[];
    siteId: string;
    /** The person's account, where they have one. */
    staffId?: string | null;
};
export type OfficerChange = {
    /** False: the person works here no more and is left out of new rosters. */
    active: boolean;
    mayLead: boolean;
    name: string;
    qualifications: string[];
    /** The person's account, null where they have none; left out, it stays as it is. */
    staffId?: string | null;
};
export type PostRow = {
    aOfficerId: string | null;
    bOfficerId: string | null;
    id: string;
    nameEn: string;
    nameZh: string;
    /** What who serves there has to be qualified for. */
    qualifications: string[];
    siteId: string;
    version: number;
};
export type PostList = {
    /** All posts of the site, by name. */
    items: PostRow[];
};
export type NewPostBody = {
    nameEn: string;
    nameZh: string;
    qualifications: string[];
    siteId: string;
};
export type PostSeats = {
    aOfficerId: string | null;
    bOfficerId: string | null;
    id: string;
    nameEn: string;
    nameZh: string;
    qualifications: string[];
    siteId: string;
    version: number;
};
export type PostSeatsList = {
    items: PostSeats[];
};
export type PostBody = {
    nameEn: string;
    nameZh: string;
    qualifications: string[];
};
export type PostSeatsBody = {
    /** The A person (A岗); null leaves the seat empty. */
    aOfficerId: string | null;
    /** The B person (B岗), who takes over when A is away. */
    bOfficerId: string | null;
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
export type RosterRow = {
    fromDay: string;
    id: string;
    madeAt: string;
    publishedAt: string | null;
    siteId: string;
    state: "draft" | "published" | "withdrawn";
    toDay: string;
    version: number;
};
export type RosterPage = {
    items: RosterRow[];
    next: string | null;
};
export type TurnCount = {
    evening: number;
    holiday: number;
    noon: number;
    /** Half-days off in return. */
    restGivenBack: number;
    /** Half-days worked on weekends and holidays. */
    restWorked: number;
    weekend: number;
};
export type BalanceRow = {
    name: string;
    officerId: string;
    owedHalfDays: number;
    /** Of the last twelve months, published rosters only. */
    turns: TurnCount;
};
export type BalanceList = {
    items: BalanceRow[];
    /** The first day counted. */
    since: string;
};
export type ProposalBody = {
    /** `YYYY-MM-DD`, not before today. */
    fromDay: string;
    siteId: string;
    /** `YYYY-MM-DD`, at most 31 days after `fromDay`. */
    toDay: string;
};
export type OfficerBalance = {
    /** From the rosters published before this one: twelve months. */
    carried: TurnCount;
    name: string;
    officerId: string;
    /** Half-days still owed at its end: worked less given back, both from carried and period. */
    owedHalfDays: number;
    /** In this roster. */
    period: TurnCount;
};
export type RestRow = {
    officerId: string;
    session: "afternoon" | "morning";
};
export type DutyRow = {
    id: string;
    officerId: string;
    postId: string | null;
    role: "leader" | "post" | "volunteer";
    /** Whether the officer serves as the post's A or B person. */
    seat: ("A" | "B") | null;
    /** Whose turn it was before that officer's absence. */
    tookOverFrom: string | null;
};
export type RosterSession = {
    duties: DutyRow[];
    /** `HH:MM` at the office: when the first window opens. */
    "from": string;
    /** Posts with a window open in it: each needs its A or B person. None where the session was closed since. */
    openPosts: string[];
    session: "afternoon" | "evening" | "morning" | "noon";
    /** When the last window closes. */
    to: string;
    /** What the turn counts as when turns are shared: `ordinary` ones are everybody's daily work. */
    turn: "evening" | "holiday" | "noon" | "ordinary" | "weekend";
};
export type RosterDay = {
    /** Ids of the officers who are away. */
    absent: string[];
    day: string;
    kind: "holiday" | "weekend" | "working";
    rests: RestRow[];
    /** In the order of the day; none when the site is closed. */
    sessions: RosterSession[];
};
export type RosterOfficer = {
    active: boolean;
    id: string;
    mayLead: boolean;
    name: string;
};
export type RosterPost = {
    aOfficerId: string | null;
    bOfficerId: string | null;
    id: string;
    nameEn: string;
    nameZh: string;
};
export type RosterViolation = {
    day: string;
    /** False: worth knowing, but no reason to refuse publication. */
    hard: boolean;
    officerId: string | null;
    postId: string | null;
    rule: "absent" | "may-not-lead" | "no-leader" | "not-of-the-post" | "not-open" | "not-qualified" | "officer-left" | "officer-twice" | "on-rest" | "post-unfilled" | "rest-not-owed" | "rest-overdue" | "too-many-sessions";
    session: ("afternoon" | "evening" | "morning" | "noon") | null;
    textEn: string;
    textZh: string;
};
export type RosterDetail = {
    allowed: ("change" | "publish" | "withdraw")[];
    balance: OfficerBalance[];
    days: RosterDay[];
    fromDay: string;
    id: string;
    madeAt: string;
    officers: RosterOfficer[];
    posts: RosterPost[];
    publishedAt: string | null;
    siteId: string;
    siteNameEn: string;
    siteNameZh: string;
    state: "draft" | "published" | "withdrawn";
    toDay: string;
    version: number;
    /** By day and session; the hard ones keep it from being published. */
    violations: RosterViolation[];
};
export type UnfilledDuty = {
    day: string;
    /** Null: the day's leader. */
    postId: string | null;
    session: "afternoon" | "evening" | "morning" | "noon";
    textEn: string;
    textZh: string;
};
export type Proposal = {
    /** False: the time for looking was over before the turns were shared as evenly as can be. */
    best: boolean;
    roster: RosterDetail;
    /** Empty when every post and the lead are filled. */
    unfilled: UnfilledDuty[];
};
export type DutyBody = {
    day: string;
    officerId: string;
    /** The post; null for the day's leader (坐堂值班). */
    postId: string | null;
    session: "afternoon" | "evening" | "morning" | "noon";
};
export type DutyChange = {
    officerId: string;
};
export type RestBody = {
    day: string;
    /** True gives the half-day back (轮休), false takes it off the roster again. */
    given: boolean;
    officerId: string;
    session: "afternoon" | "morning";
};
export type SwapBody = {
    dutyId: string;
    otherDutyId: string;
};
export type ExceptionRow = {
    capacity: number | null;
    day: string;
    fromMinute: number | null;
    id: string;
    open: boolean;
    reasonEn: string;
    reasonZh: string;
    session: SessionName;
    siteId: string;
    toMinute: number | null;
    /** Null: all windows of the site. */
    windowId: string | null;
};
export type ExceptionPage = {
    items: ExceptionRow[];
    next: string | null;
};
export type NewExceptionBody = {
    capacity?: number | null;
    day: string;
    /** From, to and places, where it opens. Minutes count from midnight at the office. */
    fromMinute?: number | null;
    /** Whether it opens (or changes) the session, or closes it. */
    open: boolean;
    reasonEn: string;
    reasonZh: string;
    session: SessionName;
    siteId: string;
    toMinute?: number | null;
    /** Null: all windows of the site. */
    windowId?: string | null;
};
export type ExceptionMade = {
    /** Bookings that have lost their time by it, by site and start, 500 at most; all their citizens are told. */
    affected: BookingWithoutTime[];
    capacity: number | null;
    day: string;
    fromMinute: number | null;
    id: string;
    open: boolean;
    reasonEn: string;
    reasonZh: string;
    session: SessionName;
    siteId: string;
    toMinute: number | null;
    /** Null: all windows of the site. */
    windowId: string | null;
};
export type Commitment = "holiday-half-days" | "long-holiday-last-day" | "noon-unbroken" | "weekend-half-day";
export type ViolationDto = {
    day: string;
    rule: Commitment;
    siteId: string;
    textEn: string;
    textZh: string;
};
export type ScheduleCheckDto = {
    asOf: string;
    violations: ViolationDto[];
    /** Bookings that have no time by the schedule as it stands, the earliest first; 500 at most. */
    withoutTime: BookingWithoutTime[];
};
export type PublicationDto = {
    monday: string;
    publishedAt: string;
    siteId: string;
};
export type PublicationList = {
    items: PublicationDto[];
};
export type PublicationBody = {
    /** The week's Monday. */
    monday: string;
    siteId: string;
};
export type SiteRow = {
    accessibility: Accessibility[];
    address: string;
    directionsEn: string;
    /** How to get there. */
    directionsZh: string;
    id: string;
    nameEn: string;
    nameZh: string;
    phone: string;
};
export type SitePage = {
    items: SiteRow[];
    next: string | null;
};
export type SiteBody = {
    accessibility: Accessibility[];
    /** Whether it can be booked. */
    active: boolean;
    address: string;
    directionsEn: string;
    directionsZh: string;
    nameEn: string;
    nameZh: string;
    phone: string;
};
export type SlotFilter = "evening" | "noon" | "weekend";
export type FreeSlotDto = {
    endAt: string;
    placesLeft: number;
    session: SessionName;
    startAt: string;
    /** On a weekend or a holiday. */
    weekend: boolean;
};
export type SlotDayDto = {
    day: string;
    slots: FreeSlotDto[];
};
export type FreeSlotsDto = {
    asOf: string;
    /** Days with free slots only. */
    days: SlotDayDto[];
};
export type SiteSlotDto = {
    endAt: string;
    placesLeft: number;
    session: SessionName;
    siteId: string;
    startAt: string;
    /** On a weekend or a holiday. */
    weekend: boolean;
};
export type EarliestSlotsDto = {
    asOf: string;
    /** At most one for each site, the earliest first. */
    items: SiteSlotDto[];
};
export type VolunteerHoursDto = {
    fromMinute: number;
    toMinute: number;
    /** 1 Monday … 7 Sunday. */
    weekday: number;
};
export type VolunteerRow = {
    active: boolean;
    /** What they know: `land`, `labour`, … */
    fields: string[];
    hours: VolunteerHoursDto[];
    id: string;
    name: string;
    /** Their account; null where they have none. */
    staffId: string | null;
    version: number;
};
export type VolunteerPage = {
    items: VolunteerRow[];
    next: string | null;
};
export type VolunteerBody = {
    active: boolean;
    fields: string[];
    /** All their hours from now on, none overlapping another of the same day. */
    hours: VolunteerHoursDto[];
    name: string;
    staffId?: string | null;
};
export type VolunteerContact = {
    /** The volunteer's. */
    id: string;
    language: Language;
    /** Null where none is known. */
    phoneMasked: string | null;
    /** 0 where nothing was ever entered. */
    version: number;
};
export type VolunteerContactBody = {
    language: Language;
    /** One that receives text messages; left out, the phone stays, null takes it away. */
    phone?: string | null;
};
export type VolunteerGivingBody = {
    active: boolean;
    /** All their hours from now on, none overlapping another of the same day. */
    hours: VolunteerHoursDto[];
};
export type TalkTime = {
    endAt: string;
    startAt: string;
};
export type TalksLost = {
    count: number;
    /** The earliest 20. */
    talks: TalkTime[];
};
export type WaitlistSession = "afternoon" | "evening" | "morning" | "noon" | "weekend";
export type JoinWaitlistDto = {
    contact: BookingContactDto;
    fromDay: string;
    /** 绿色通道. */
    green?: boolean;
    /** 上门服务: the office is to come, to `visitAddress`. */
    homeVisit?: boolean;
    itemCode: string;
    /** A group takes its item's time for each. */
    people?: number;
    session?: WaitlistSession;
    siteId: string;
    /** Not before `fromDay`, within the days that can be booked. */
    toDay: string;
    /** Needed for a home visit. */
    visitAddress?: string | null;
};
export type WaitlistOfferDto = {
    bookingCode: string;
    endAt: string;
    startAt: string;
    until: string;
};
export type WaitlistState = "offered" | "over" | "taken" | "waiting" | "withdrawn";
export type WaitlistEntryDto = {
    code: string;
    fromDay: string;
    green: boolean;
    homeVisit: boolean;
    itemCode: string;
    offer: (WaitlistOfferDto) | null;
    people: number;
    session: (WaitlistSession) | null;
    siteId: string;
    state: WaitlistState;
    toDay: string;
};
export type DayKind = "holiday" | "weekend" | "working";
export type PublishedSessionDto = {
    /** 延时服务: beyond the hours the office works anyway. */
    extended: boolean;
    /** Time at the office, `12:00`. */
    "from": string;
    session: SessionName;
    to: string;
};
export type PublishedDayDto = {
    day: string;
    kind: DayKind;
    /** Who leads on duty (坐堂值班), several in the order of their sessions; null where closed or no roster is in force. */
    leader: string | null;
    /** When at least one window is open. */
    sessions: PublishedSessionDto[];
};
export type PublishedSiteDto = {
    days: PublishedDayDto[];
    nameEn: string;
    nameZh: string;
    siteId: string;
};
export type PublishedWeekDto = {
    monday: string;
    sites: PublishedSiteDto[];
};
export type WeeksDto = {
    asOf: string;
    /** Published weeks only. */
    weeks: PublishedWeekDto[];
};
export type PatternSessionDto = {
    /** How many are served at once. */
    capacity: number;
    fromMinute: number;
    /** The last minutes of the session that are kept for the green channel. */
    greenMinutes: number;
    session: SessionName;
    toMinute: number;
    /** 1 Monday … 7 Sunday. */
    weekday: number;
};
export type WindowRow = {
    active: boolean;
    /** Its number at the site, which citizens are called to. */
    code: string;
    id: string;
    /** Codes of the items it handles. */
    items: string[];
    kind: WindowKind;
    nameEn: string;
    nameZh: string;
    /** Its week, in order. */
    pattern: PatternSessionDto[];
    postId: string | null;
    siteId: string;
    /** To a home visit, and the same back. */
    travelMinutes: number;
    version: number;
};
export type WindowList = {
    /** All windows of the site, in use or not, by code. */
    items: WindowRow[];
};
export type NewWindowBody = {
    /** Whether it can be booked. */
    active: boolean;
    code: string;
    kind: WindowKind;
    nameEn: string;
    nameZh: string;
    /** The post whose A and B serve at it; null: none. */
    postId: string | null;
    siteId: string;
    travelMinutes: number;
};
export type WindowBody = {
    /** Whether it can be booked. */
    active: boolean;
    kind: WindowKind;
    nameEn: string;
    nameZh: string;
    /** The post whose A and B serve at it; null: none. */
    postId: string | null;
    travelMinutes: number;
};
export type WindowItemsBody = {
    /** All items it handles from now on. */
    items: string[];
};
export type WindowPatternBody = {
    /** Its whole week from now on: each session of a weekday at most once, none overlapping another. */
    sessions: PatternSessionDto[];
};
/**
 * Absences at a site that are not over, the first to begin first.
 */
export function absenceList(site: string, { after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AbsencePage;
    }>(`/api/appointments/absences${QS.query(QS.explode({
        after,
        limit,
        site
    }))}`, {
        ...opts
    }));
}
/**
 * An officer is away: their published duties go to the other person of the post by themselves.
 */
export function absenceReport(absenceBody: AbsenceBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: AbsenceReport;
    }>("/api/appointments/absences", oazapfts.json({
        ...opts,
        method: "POST",
        body: absenceBody
    })));
}
/**
 * The officer is back: duties that were taken over and are still to come go back.
 */
export function absenceEnd(id: string, absenceEnd: AbsenceEnd, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AbsenceEnded;
    }>(`/api/appointments/absences/${encodeURIComponent(id)}/end`, oazapfts.json({
        ...opts,
        method: "POST",
        body: absenceEnd
    })));
}
/**
 * Holds a time for a few minutes; with a contact it is booked at once.
 */
export function bookingBook(createBookingDto: CreateBookingDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: BookingDto;
    }>("/api/appointments/bookings", oazapfts.json({
        ...opts,
        method: "POST",
        body: createBookingDto
    })));
}
export function bookingRead(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingDto;
    }>(`/api/appointments/bookings/${encodeURIComponent(code)}`, {
        ...opts
    }));
}
/**
 * The booking as an invitation; once cancelled, the invitation's withdrawal.
 */
export function calendarBooking(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/appointments/bookings/${encodeURIComponent(code)}/calendar.ics`, {
        ...opts
    }));
}
export function bookingCancel(code: string, cancelBookingDto: CancelBookingDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingDto;
    }>(`/api/appointments/bookings/${encodeURIComponent(code)}/cancel`, oazapfts.json({
        ...opts,
        method: "POST",
        body: cancelBookingDto
    })));
}
/**
 * A hold becomes a booking.
 */
export function bookingConfirm(code: string, confirmBookingDto: ConfirmBookingDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingDto;
    }>(`/api/appointments/bookings/${encodeURIComponent(code)}/confirm`, oazapfts.json({
        ...opts,
        method: "POST",
        body: confirmBookingDto
    })));
}
/**
 * 改期 in one step: the new time is sure before the old one is gone.
 */
export function bookingMove(code: string, moveBookingDto: MoveBookingDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingDto;
    }>(`/api/appointments/bookings/${encodeURIComponent(code)}/move`, oazapfts.json({
        ...opts,
        method: "POST",
        body: moveBookingDto
    })));
}
/**
 * 评价: once for each visit.
 */
export function bookingRate(code: string, rateBookingDto: RateBookingDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingDto;
    }>(`/api/appointments/bookings/${encodeURIComponent(code)}/rating`, oazapfts.json({
        ...opts,
        method: "POST",
        body: rateBookingDto
    })));
}
/**
 * A hold is given back.
 */
export function bookingRelease(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingDto;
    }>(`/api/appointments/bookings/${encodeURIComponent(code)}/release`, {
        ...opts,
        method: "POST"
    }));
}
export function calendarMake(makeFeedDto: MakeFeedDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: CalendarFeedDto;
    }>("/api/appointments/calendars", oazapfts.json({
        ...opts,
        method: "POST",
        body: makeFeedDto
    })));
}
export function calendarFeed(secret: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/appointments/calendars/${encodeURIComponent(secret)}.ics`, {
        ...opts
    }));
}
/**
 * All items, in use or not.
 */
export function itemAdminList({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueItemPage;
    }>(`/api/appointments/catalogue/items${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
export function itemAdminRead(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueItemDto;
    }>(`/api/appointments/catalogue/items/${encodeURIComponent(code)}`, {
        ...opts
    }));
}
/**
 * All sites, in use or not.
 */
export function siteAdminList({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueSitePage;
    }>(`/api/appointments/catalogue/sites${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
export function scheduleAdminListClosures({ after, limit, site, $from }: {
    after?: string;
    limit?: number;
    site?: string;
    $from?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ClosurePage;
    }>(`/api/appointments/closures${QS.query(QS.explode({
        after,
        limit,
        site,
        "from": $from
    }))}`, {
        ...opts
    }));
}
/**
 * Shuts a site or the whole office for some days; who has a booking then is told.
 */
export function scheduleAdminClose(newClosureBody: NewClosureBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ClosureMade;
    }>("/api/appointments/closures", oazapfts.json({
        ...opts,
        method: "POST",
        body: newClosureBody
    })));
}
export function scheduleAdminTakeClosureBack(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ScheduleTakenBack;
    }>(`/api/appointments/closures/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
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
 * 撤回 by the citizen with the code.
 */
export function contactRequestTakeBack(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestProgressDto;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(code)}/take-back`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * The citizen with the code wishes for another time; without times, any suits.
 */
export function contactRequestWish(code: string, wishedTimeDto: WishedTimeDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ContactRequestProgressDto;
    }>(`/api/appointments/contact-requests/${encodeURIComponent(code)}/wish`, oazapfts.json({
        ...opts,
        method: "POST",
        body: wishedTimeDto
    })));
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
export function deskBookingBook(bookForCallerDto: BookForCallerDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: BookingDto;
    }>("/api/appointments/desk/bookings", oazapfts.json({
        ...opts,
        method: "POST",
        body: bookForCallerDto
    })));
}
export function deskBookingSearch(bookingsOfCallerDto: BookingsOfCallerDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BookingsOfCallerPage;
    }>("/api/appointments/desk/bookings/search", oazapfts.json({
        ...opts,
        method: "POST",
        body: bookingsOfCallerDto
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
 * What can be booked.
 */
export function itemList({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ItemPage;
    }>(`/api/appointments/items${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
export function itemAdminCreate(newItemBody: NewItemBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: CatalogueItemDto;
    }>("/api/appointments/items", oazapfts.json({
        ...opts,
        method: "POST",
        body: newItemBody
    })));
}
/**
 * One item with everything to bring (一次性告知书) and where it is offered.
 */
export function itemRead(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ItemDto;
    }>(`/api/appointments/items/${encodeURIComponent(code)}`, {
        ...opts
    }));
}
export function itemAdminChange(code: string, itemBody: ItemBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueItemDto;
    }>(`/api/appointments/items/${encodeURIComponent(code)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: itemBody
    })));
}
/**
 * A new 一次性告知书; the ones before stay as they are.
 */
export function itemAdminIssueMaterials(code: string, materialListBody: MaterialListBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueItemDto;
    }>(`/api/appointments/items/${encodeURIComponent(code)}/material-lists`, oazapfts.json({
        ...opts,
        method: "POST",
        body: materialListBody
    })));
}
/**
 * Where the item is offered, and by which channels it is booked there.
 */
export function itemAdminOffer(code: string, itemSitesBody: ItemSitesBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueItemDto;
    }>(`/api/appointments/items/${encodeURIComponent(code)}/sites`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: itemSitesBody
    })));
}
/**
 * The officers of a site, by name; those who left too.
 */
export function officerList(site: string, { after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OfficerPage;
    }>(`/api/appointments/officers${QS.query(QS.explode({
        after,
        limit,
        site
    }))}`, {
        ...opts
    }));
}
export function officerAdd(officerBody: OfficerBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: OfficerRow;
    }>("/api/appointments/officers", oazapfts.json({
        ...opts,
        method: "POST",
        body: officerBody
    })));
}
export function officerChange(id: string, officerChange: OfficerChange, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OfficerRow;
    }>(`/api/appointments/officers/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: officerChange
    })));
}
/**
 * The posts of a site.
 */
export function postList(site: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PostList;
    }>(`/api/appointments/posts${QS.query(QS.explode({
        site
    }))}`, {
        ...opts
    }));
}
export function postCreate(newPostBody: NewPostBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: PostRow;
    }>("/api/appointments/posts", oazapfts.json({
        ...opts,
        method: "POST",
        body: newPostBody
    })));
}
/**
 * The posts of a site with their A and B person.
 */
export function officerSeats(site: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PostSeatsList;
    }>(`/api/appointments/posts/seats${QS.query(QS.explode({
        site
    }))}`, {
        ...opts
    }));
}
export function postChange(id: string, postBody: PostBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PostRow;
    }>(`/api/appointments/posts/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: postBody
    })));
}
/**
 * Names a post's A and B person.
 */
export function officerSeat(id: string, postSeatsBody: PostSeatsBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PostSeats;
    }>(`/api/appointments/posts/${encodeURIComponent(id)}/seats`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: postSeatsBody
    })));
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
 * Rosters of a site, the latest period first.
 */
export function rosterList(site: string, { after, limit, state }: {
    after?: string;
    limit?: number;
    state?: "draft" | "published" | "withdrawn";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterPage;
    }>(`/api/appointments/rosters${QS.query(QS.explode({
        after,
        limit,
        site,
        state
    }))}`, {
        ...opts
    }));
}
/**
 * What each officer of a site has done and is owed.
 */
export function rosterBalance(site: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BalanceList;
    }>(`/api/appointments/rosters/balance${QS.query(QS.explode({
        site
    }))}`, {
        ...opts
    }));
}
/**
 * A draft for a period that fills every open post and shares turns fairly; says what cannot be filled, and why.
 */
export function rosterPropose(proposalBody: ProposalBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: Proposal;
    }>("/api/appointments/rosters/proposals", oazapfts.json({
        ...opts,
        method: "POST",
        body: proposalBody
    })));
}
/**
 * Everything a month grid shows: days, duties, violations in place, balance.
 */
export function rosterRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
/**
 * Puts somebody on duty in addition, for instance where the proposal left a gap.
 */
export function rosterAdd(id: string, dutyBody: DutyBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/duties`, oazapfts.json({
        ...opts,
        method: "POST",
        body: dutyBody
    })));
}
/**
 * Takes a duty off the roster that is not needed.
 */
export function rosterRemove(id: string, dutyId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/duties/${encodeURIComponent(dutyId)}`, {
        ...opts,
        method: "DELETE"
    }));
}
/**
 * Gives a duty to somebody else.
 */
export function rosterChange(id: string, dutyId: string, dutyChange: DutyChange, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/duties/${encodeURIComponent(dutyId)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: dutyChange
    })));
}
/**
 * Puts a draft into force; refused while it breaks a hard rule.
 */
export function rosterPublish(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/publish`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * Gives a half-day back (轮休) or takes it off the roster again.
 */
export function rosterRest(id: string, restBody: RestBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/rests`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: restBody
    })));
}
/**
 * Two officers swap duties.
 */
export function rosterSwap(id: string, swapBody: SwapBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/swaps`, oazapfts.json({
        ...opts,
        method: "POST",
        body: swapBody
    })));
}
/**
 * Takes a roster out of force, or gives a draft up.
 */
export function rosterWithdraw(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RosterDetail;
    }>(`/api/appointments/rosters/${encodeURIComponent(id)}/withdraw`, {
        ...opts,
        method: "POST"
    }));
}
export function scheduleAdminListExceptions(site: string, { after, limit, $from }: {
    after?: string;
    limit?: number;
    $from?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ExceptionPage;
    }>(`/api/appointments/schedule-exceptions${QS.query(QS.explode({
        after,
        limit,
        site,
        "from": $from
    }))}`, {
        ...opts
    }));
}
/**
 * Opens, changes or closes one session of one day; who loses a booking by it is told.
 */
export function scheduleAdminMakeException(newExceptionBody: NewExceptionBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ExceptionMade;
    }>("/api/appointments/schedule-exceptions", oazapfts.json({
        ...opts,
        method: "POST",
        body: newExceptionBody
    })));
}
export function scheduleAdminTakeExceptionBack(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ScheduleTakenBack;
    }>(`/api/appointments/schedule-exceptions/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
/**
 * Which commitments of extended service some days would break.
 */
export function scheduleAdminCheck(site: string, $from: string, to: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ScheduleCheckDto;
    }>(`/api/appointments/schedule/check${QS.query(QS.explode({
        site,
        "from": $from,
        to
    }))}`, {
        ...opts
    }));
}
export function scheduleAdminListPublications(site: string, $from: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PublicationList;
    }>(`/api/appointments/schedule/publications${QS.query(QS.explode({
        site,
        "from": $from
    }))}`, {
        ...opts
    }));
}
/**
 * Announces a week; refused with every commitment it breaks.
 */
export function scheduleAdminPublish(publicationBody: PublicationBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: PublicationDto;
    }>("/api/appointments/schedule/publications", oazapfts.json({
        ...opts,
        method: "POST",
        body: publicationBody
    })));
}
/**
 * Where things can be done, all sites or those that offer an item.
 */
export function siteList({ after, limit, item }: {
    after?: string;
    limit?: number;
    item?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: SitePage;
    }>(`/api/appointments/sites${QS.query(QS.explode({
        after,
        limit,
        item
    }))}`, {
        ...opts
    }));
}
export function siteAdminCreate(siteBody: SiteBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: CatalogueSiteRow;
    }>("/api/appointments/sites", oazapfts.json({
        ...opts,
        method: "POST",
        body: siteBody
    })));
}
export function siteAdminChange(id: string, siteBody: SiteBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CatalogueSiteRow;
    }>(`/api/appointments/sites/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: siteBody
    })));
}
/**
 * The free slots of one site, day by day.
 */
export function slotFree(site: string, item: string, { session, $from, to, people, green, homeVisit }: {
    session?: SlotFilter;
    $from?: string;
    to?: string;
    people?: number;
    green?: boolean;
    homeVisit?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FreeSlotsDto;
    }>(`/api/appointments/slots${QS.query(QS.explode({
        session,
        site,
        "from": $from,
        to,
        item,
        people,
        green,
        homeVisit
    }))}`, {
        ...opts
    }));
}
/**
 * The earliest free slot of each site that offers the item.
 */
export function slotEarliest(item: string, { session, people, green, homeVisit }: {
    session?: SlotFilter;
    people?: number;
    green?: boolean;
    homeVisit?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: EarliestSlotsDto;
    }>(`/api/appointments/slots/earliest${QS.query(QS.explode({
        session,
        item,
        people,
        green,
        homeVisit
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
export function volunteerList({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VolunteerPage;
    }>(`/api/appointments/volunteers${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
export function volunteerCreate(volunteerBody: VolunteerBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: VolunteerRow;
    }>("/api/appointments/volunteers", oazapfts.json({
        ...opts,
        method: "POST",
        body: volunteerBody
    })));
}
export function volunteerChange(id: string, volunteerBody: VolunteerBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VolunteerRow;
    }>(`/api/appointments/volunteers/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: volunteerBody
    })));
}
export function volunteerContactRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VolunteerContact;
    }>(`/api/appointments/volunteers/${encodeURIComponent(id)}/contact`, {
        ...opts
    }));
}
export function volunteerContactChange(id: string, volunteerContactBody: VolunteerContactBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VolunteerContact;
    }>(`/api/appointments/volunteers/${encodeURIComponent(id)}/contact`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: volunteerContactBody
    })));
}
/**
 * The talks a change of hours would take the volunteer out of; nothing is changed.
 */
export function volunteerTalksLost(id: string, volunteerGivingBody: VolunteerGivingBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TalksLost;
    }>(`/api/appointments/volunteers/${encodeURIComponent(id)}/talks-lost`, oazapfts.json({
        ...opts,
        method: "POST",
        body: volunteerGivingBody
    })));
}
export function waitlistJoin(joinWaitlistDto: JoinWaitlistDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: WaitlistEntryDto;
    }>("/api/appointments/waitlist", oazapfts.json({
        ...opts,
        method: "POST",
        body: joinWaitlistDto
    })));
}
export function waitlistRead(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WaitlistEntryDto;
    }>(`/api/appointments/waitlist/${encodeURIComponent(code)}`, {
        ...opts
    }));
}
export function waitlistWithdraw(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WaitlistEntryDto;
    }>(`/api/appointments/waitlist/${encodeURIComponent(code)}/withdraw`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * The published opening hours, week by week and site by site.
 */
export function weekPublished({ $from, count, site }: {
    $from?: string;
    count?: number;
    site?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WeeksDto;
    }>(`/api/appointments/weeks${QS.query(QS.explode({
        "from": $from,
        count,
        site
    }))}`, {
        ...opts
    }));
}
/**
 * The windows of a site with what they handle and their weeks.
 */
export function windowList(site: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WindowList;
    }>(`/api/appointments/windows${QS.query(QS.explode({
        site
    }))}`, {
        ...opts
    }));
}
export function windowCreate(newWindowBody: NewWindowBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: WindowRow;
    }>("/api/appointments/windows", oazapfts.json({
        ...opts,
        method: "POST",
        body: newWindowBody
    })));
}
export function windowChange(id: string, windowBody: WindowBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WindowRow;
    }>(`/api/appointments/windows/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: windowBody
    })));
}
export function windowChangeItems(id: string, windowItemsBody: WindowItemsBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WindowRow;
    }>(`/api/appointments/windows/${encodeURIComponent(id)}/items`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: windowItemsBody
    })));
}
/**
 * The window's week.
 */
export function windowChangePattern(id: string, windowPatternBody: WindowPatternBody, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WindowRow;
    }>(`/api/appointments/windows/${encodeURIComponent(id)}/pattern`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: windowPatternBody
    })));
}
