/** A service that owns a database and an outbox. */
export const SERVICES = ['gateway', 'hotline', 'appointments', 'interviews'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A class whose class-validator decorators say what a well-formed message is. */
export type PayloadClass<P extends object> = new () => P;

/**
 * Something that has happened (or, for `gateway.sms.requested`, was asked for), named
 * `<owner>.<noun>.<past-verb>.v<n>` (interfaces.md §4).
 */
export interface EventDefinition<P extends object = object> {
  readonly subject: string;
  readonly payload: PayloadClass<P>;
  /** Whose outboxes may hold it: the owner, except for commands, which others send to their owner. */
  readonly publishers: readonly ServiceName[];
}

/** A question one service asks another, named `<owner>.<noun>.<verb>.v<n>`, answered within 2 s. */
export interface RequestDefinition<Q extends object = object, A extends object = object> {
  readonly subject: string;
  readonly question: PayloadClass<Q>;
  readonly answer: PayloadClass<A>;
}

const EVENT_SUBJECT = /^(gateway|hotline|appointments|interviews)\.[a-z-]+\.[a-z-]+\.v[1-9]$/;
const REQUEST_SUBJECT = /^(gateway|directory|hotline|appointments|interviews)\.[a-z-]+\.[a-z-]+\.v[1-9]$/;

/**
 * Defines an event once for all services: a wrong payload does not compile at the sender and does not pass
 * validation at the receiver.
 * @throws Error if the subject does not follow interfaces.md §4
 */
export function defineEvent<P extends object>(
  subject: string,
  payload: PayloadClass<P>,
  publishers?: readonly ServiceName[],
): EventDefinition<P> {
  if (!EVENT_SUBJECT.test(subject)) throw new Error(`Not an event subject: ${subject}`);
  return { subject, payload, publishers: publishers ?? [ownerOf(subject)] };
}

/**
 * Defines a request once for asker and answerer.
 * @throws Error if the subject does not follow interfaces.md §4
 */
export function defineRequest<Q extends object, A extends object>(
  subject: string,
  question: PayloadClass<Q>,
  answer: PayloadClass<A>,
): RequestDefinition<Q, A> {
  if (!REQUEST_SUBJECT.test(subject)) throw new Error(`Not a request subject: ${subject}`);
  return { subject, question, answer };
}

/** The service whose stream holds an event: the first word of its subject. */
export function ownerOf(subject: string): ServiceName {
  return subject.slice(0, subject.indexOf('.')) as ServiceName;
}
