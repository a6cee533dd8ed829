export type RequestKind = 'consultation' | 'help' | 'complaint' | 'report' | 'suggestion' | 'praise';
export type Language = 'zh-CN' | 'en';
export type TicketState =
  | 'registered'
  | 'answered'
  | 'dispatched'
  | 'accepted'
  | 'in_progress'
  | 'awaiting_material'
  | 'returned'
  | 'replied'
  | 'callback'
  | 'dissatisfied'
  | 'in_interview'
  | 'closed'
  | 'refused'
  | 'withdrawn'
  | 'reopened';
export type ClockState = 'running' | 'near' | 'over' | 'stopped' | 'done' | 'none';
export type Channel = 'telephone' | 'letter' | 'visit' | 'web' | 'sms' | 'social';
export type TicketAction = 'dispatch' | 'answer' | 'refuse' | 'accept' | 'return' | 'reply' | 'reveal';
export type CaseState = 'opened' | 'sorted' | 'planned' | 'scheduled' | 'held' | 'closed';
export type CaseAction = 'root-cause' | 'plan' | 'appointment' | 'minutes' | 'verification' | 'orders';
export type PlanClass = 'can_be_done' | 'cannot_be_done' | 'unreasonable';
export type Outcome = 'resolved' | 'explained' | 'understanding' | 'unresolved';
export type VerificationMethod = 'phone' | 'on_spot';
export type CardColour = 'yellow' | 'red';
export type OrderState = 'open' | 'overdue' | 'answered';
export type ReportState = 'draft' | 'signed_off';
export type InstructionState = 'open' | 'reported_back' | 'struck_off';
export interface Unit {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  kind: 'hotline' | 'commission' | 'leadership' | 'unit';
  address: string;
  phone: string;
}
export interface ServiceItemDto {
  code: string;
  nameZh: string;
  nameEn: string;
  kind: RequestKind;
  replyLimitDays: number;
  leadUnitId: string | null;
}
export interface ServiceItemListDto {
  items: ServiceItemDto[];
}
export interface TicketListQuery {
  state?: TicketState;
  unitId?: string;
  kind?: RequestKind;
  q?: string;
}
export interface RowClockDto {
  state: ClockState;
  dueAt: string | null;
}
export interface TicketRowDto {
  id: string;
  number: string;
  kind: RequestKind;
  subject: string;
  state: TicketState;
  channel: Channel;
  unitId: string | null;
  unitNameZh: string | null;
  unitNameEn: string | null;
  registeredAt: string;
  replyDueAt: string | null;
  clock: RowClockDto;
  card: 'yellow' | 'red' | null;
  confidential: boolean;
  greenChannel: boolean;
  version: number;
}
export interface TicketPageDto {
  items: TicketRowDto[];
  next: string | null;
}
export interface ElementsDto {
  when: string | null;
  where: string | null;
  who: string | null;
  what: string | null;
  why: string | null;
  which: string | null;
  result: string | null;
}
export interface MaskedContactDto {
  name: string | null;
  phone: string | null;
}
export interface TicketReplyDto {
  how: 'reply' | 'answer' | 'refusal';
  text: string;
  repliedAt: string;
  unitNameZh: string | null;
  unitNameEn: string | null;
  inTime: boolean | null;
}
export interface TicketRatingDto {
  score: number;
  comment: string | null;
  ratedAt: string;
}
export interface TicketClockDto {
  kind: 'transfer' | 'accept' | 'reply';
  state: ClockState;
  startedAt: string;
  dueAt: string;
  metAt: string | null;
}
export interface TicketInterviewDto {
  caseId: string;
  caseNumber: string;
  round: number;
  dueAt: string;
  startAt: string | null;
  endAt: string | null;
  placeZh: string | null;
  placeEn: string | null;
  heldAt: string | null;
}
export interface TicketNoticeDto {
  id: string;
  kind: 'card' | 'order';
  colour: 'yellow' | 'red' | null;
  number: string | null;
  reason: string | null;
  issuedAt: string;
  dueAt: string | null;
}
export interface TicketDetailDto extends TicketRowDto {
  elements: ElementsDto | null;
  missing: string[];
  contactMasked: MaskedContactDto;
  serviceItem: ServiceItemDto | null;
  dispatchedAt: string | null;
  acceptedAt: string | null;
  closedAt: string | null;
  note: string | null;
  reply: TicketReplyDto | null;
  rating: TicketRatingDto | null;
  clocks: TicketClockDto[];
  interview: TicketInterviewDto | null;
  notices: TicketNoticeDto[];
  allowed: TicketAction[];
}
export interface DispatchTicketDto {
  unitId: string;
  note?: string;
}
export interface ReturnTicketDto {
  reason: string;
}
export interface ReplyToTicketDto {
  text: string;
}
export interface AnswerTicketDto {
  text: string;
}
export interface RefuseTicketDto {
  legalBasis: string;
}
export interface TicketLedgerEntryDto {
  at: string;
  action: string;
  actorName: string | null;
  actorRole: string;
  reason: string | null;
  detail: Record<string, unknown> | null;
}
export interface TicketLedgerPageDto {
  items: TicketLedgerEntryDto[];
  next: string | null;
}
export interface TicketStreamEventDto {
  id: string;
  number: string;
  state: TicketState;
  unitId: string | null;
  confidential: boolean;
}
export interface RevealContactDto {
  reason: string;
}
export interface RevealedContactDto {
  name: string | null;
  phone: string | null;
}
export interface RequestElementsDto {
  when?: string | null;
  where: string;
  who?: string | null;
  what: string;
  why?: string | null;
  which?: string | null;
  result?: string | null;
}
export interface RequestContactDto {
  name?: string | null;
  phone: string;
  language: Language;
}
export interface FiledRequest {
  kind: RequestKind;
  elements: RequestElementsDto;
  contact: RequestContactDto;
  confidential?: boolean;
}
export interface RegisterTicketDto extends FiledRequest {
  channel: Channel;
  serviceItemCode: string;
  greenChannel?: boolean;
}
export interface FileTicketDto extends FiledRequest {
  serviceItemCode?: string;
}
export interface FiledTicketDto {
  number: string;
  queryCode: string;
  missing: string[];
  registeredAt: string;
}
export interface RegisteredTicketDto extends FiledTicketDto {
  id: string;
  state: string;
  version: number;
}
export interface CardListQuery {
  unitId?: string;
  colour?: CardColour;
}
export interface CardRow {
  id: string;
  caseId: string;
  caseNumber: string;
  ticketId: string;
  ticketNumber: string;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  colour: CardColour;
  reason: string;
  round: number;
  issuedAt: string;
}
export interface CardPage {
  items: CardRow[];
  next: string | null;
}
export interface OrderListQuery {
  state?: OrderState;
  unitId?: string;
}
export interface OrderBody {
  text: string;
  dueOn: string;
}
export interface OrderAnswerBody {
  text: string;
}
export interface OrderRow {
  id: string;
  orderNumber: string;
  caseId: string;
  caseNumber: string;
  ticketId: string;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  tier: number;
  round: number;
  cause: 'interview-overdue' | 'inspector';
  text: string | null;
  issuedAt: string;
  issuedBy: string;
  dueAt: string;
  state: OrderState;
  answer: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  overdueAt: string | null;
  allowed: 'answer'[];
}
export interface OrderPage {
  items: OrderRow[];
  next: string | null;
}
export interface LetterDto {
  id: string;
  kind: 'assignment' | 'reminder';
  number: string;
  round: number;
  issuedAt: string;
  text: string;
}
export interface StrikeOffBody {
  result: string;
}
export interface PromisedTaskDto {
  id: string;
  caseId: string;
  round: number;
  what: string;
  owner: string;
  dueOn: string;
  state: 'open' | 'overdue' | 'done';
  result: string | null;
  struckOffAt: string | null;
  allowed: 'strike-off'[];
}
export interface CaseListQuery {
  state?: CaseState;
  unitId?: string;
  kind?: RequestKind;
  tier?: number;
}
export interface CaseClock {
  state: 'running' | 'near' | 'over' | 'done' | 'none';
  dueAt: string | null;
}
export interface CaseRow {
  id: string;
  caseNumber: string;
  ticketId: string;
  ticketNumber: string;
  kind: RequestKind;
  subject: string | null;
  confidential: boolean;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  state: CaseState;
  round: number;
  tier: number;
  openedAt: string;
  dueAt: string;
  clock: CaseClock;
  card: 'yellow' | 'red' | null;
  heldAt: string | null;
  version: number;
}
export interface CasePage {
  items: CaseRow[];
  next: string | null;
}
export interface CasePlan {
  class: PlanClass;
  plan: string;
  legalBasis: string[];
}
export interface CaseAppointment {
  place: 'room' | 'field';
  roomId: string | null;
  nameZh: string;
  nameEn: string;
  address: string;
  startAt: string;
  endAt: string;
  bookingId: string | null;
}
export interface CaseMinutes {
  heldAt: string;
  attendees: string[];
  minutes: string;
  outcome: Outcome;
  recordedBy: string;
  recordedAt: string;
  inTime: boolean;
}
export interface CaseVerification {
  method: VerificationMethod;
  satisfied: boolean;
  progress: string;
  criticism: string | null;
  advice: string | null;
  verifiedAt: string;
  verifiedBy: string;
}
export interface CaseRoundDto {
  round: number;
  openedAt: string;
  dueAt: string;
  rootCause: string | null;
  plan: CasePlan | null;
  appointment: CaseAppointment | null;
  minutes: CaseMinutes | null;
  verification: CaseVerification | null;
}
export interface CaseDetail extends CaseRow {
  redacted: boolean;
  letter: LetterDto | null;
  reminders: LetterDto[];
  rootCause: string | null;
  plan: CasePlan | null;
  appointment: CaseAppointment | null;
  minutes: CaseMinutes | null;
  tasks: PromisedTaskDto[];
  verification: CaseVerification | null;
  previousRounds: CaseRoundDto[];
  orders: OrderRow[];
  cards: CardRow[];
  closedAt: string | null;
  allowed: CaseAction[];
}
export interface CaseLedgerEntry {
  at: string;
  action: string;
  actorName: string;
  actorRole: string;
  reason: string | null;
  detail: Record<string, unknown>;
}
export interface CaseLedgerPage {
  items: CaseLedgerEntry[];
  next: string | null;
}
export interface RootCauseBody {
  rootCause: string;
}
export interface PlanBody {
  class: PlanClass;
  plan: string;
  legalBasis: string[];
}
export interface TaskBody {
  what: string;
  owner: string;
  dueOn: string;
}
export interface MinutesBody {
  heldAt: string;
  attendees: string[];
  minutes: string;
  outcome: Outcome;
  tasks: TaskBody[];
}
export interface VerificationBody {
  method: VerificationMethod;
  satisfied: boolean;
  progress: string;
  criticism?: string;
  advice?: string;
}
export interface InstructionListQuery {
  state?: InstructionState;
  unitId?: string;
}
export interface InstructionBody {
  unitId: string;
  text: string;
  dueOn: string;
}
export interface ReportBackBody {
  text: string;
}
export interface InstructionRow {
  id: string;
  reportId: string;
  reportNumber: string;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  text: string;
  givenBy: string;
  givenAt: string;
  dueOn: string;
  dueAt: string;
  state: InstructionState;
  overdueAt: string | null;
  reportBack: string | null;
  reportedBackAt: string | null;
  reportedBackBy: string | null;
  struckOffAt: string | null;
  struckOffBy: string | null;
  allowed: ('report-back' | 'strike-off')[];
}
export interface InstructionPage {
  items: InstructionRow[];
  next: string | null;
}
export interface ReportListQuery {
  state?: ReportState;
}
export interface ReportDraftBody {
  week: string;
}
export interface ReportEditBody {
  summary: string;
}
export interface ReportFigures {
  opened: number;
  held: number;
  heldInTime: number;
  verified: number;
  satisfied: number;
  secondRounds: number;
  overdue: number;
  yellowCards: number;
  redCards: number;
  closed: number;
  openAtEnd: number;
}
export interface ReportUnitLine {
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  opened: number;
  held: number;
  heldInTime: number;
  verified: number;
  satisfied: number;
  overdue: number;
  yellowCards: number;
  redCards: number;
}
export interface ReportCaseLine {
  caseId: string;
  caseNumber: string;
  ticketNumber: string;
  kind: string;
  unitNameZh: string;
  unitNameEn: string;
  subject: string | null;
  state: string;
  round: number;
  tier: number;
  dueAt: string;
  heldAt: string | null;
  outcome: string | null;
  satisfied: boolean | null;
}
export interface ReportContent {
  week: string;
  from: string;
  to: string;
  figures: ReportFigures;
  units: ReportUnitLine[];
  cases: ReportCaseLine[];
}
export interface ReportRow {
  id: string;
  week: string;
  state: ReportState;
  number: string | null;
  from: string;
  to: string;
  draftedAt: string;
  draftedBy: string;
  signedOffAt: string | null;
  signedOffBy: string | null;
  version: number;
}
export interface ReportPage {
  items: ReportRow[];
  next: string | null;
}
export interface ReportDetail extends ReportRow {
  title: string;
  summary: string;
  content: ReportContent;
  instructions: InstructionRow[];
  allowed: ('edit' | 'sign-off' | 'instructions')[];
}
export interface AppointmentBody {
  place: 'room' | 'field';
  roomId?: string;
  address?: string;
  startAt: string;
  endAt: string;
}
export interface FreeRoomsQuery {
  from: string;
  to: string;
  durationMinutes: number;
}
export interface FreeRoomDto {
  roomId: string;
  nameZh: string;
  nameEn: string;
  address: string;
  seats: number;
  startAt: string;
  endAt: string;
}
export interface FreeRoomsDto {
  items: FreeRoomDto[];
}
export interface Page<T> {
  items: T[];
  next: string | null;
}
