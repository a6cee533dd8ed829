import { CODE_ALPHABET } from '../confidential/random-code.js';
import type { Language } from '../contracts/request-kind.js';
import { dispositionOf } from './carrier-words.js';
import { plainWords } from './plain-words.js';

/** Who acts on a text message, and alone may answer it: exactly one service, or nobody. */
export type TextOwner = TextCommand['owner'];

/**
 * What a citizen's text message asks for (interfaces.md §3, Grammar). `language` is the one it is written in, null where
 * nothing tells, as in a bare digit.
 */
export type TextCommand = AppointmentsCommand | HotlineCommand | CarrierWord;

export type AppointmentsCommand = { readonly owner: 'appointments'; readonly language: Language | null } &
  /** 预约: a booking; the word narrows the services shown, or is the code of an offer that is taken up. */
  (
    | { readonly kind: 'book'; readonly keyword: string | null }
    /** 改期, 取消预约 (of a place on the waiting list and a request to be contacted too); without a code the only booking ahead. */
    | { readonly kind: 'move' | 'drop'; readonly code: string | null }
    /** 查, of a booking, a place on the waiting list (W…) or a request to be contacted (Q…). */
    | { readonly kind: 'status'; readonly code: string }
    /** 人工: a person shall call. */
    | { readonly kind: 'human' }
    /** 中文, EN: every service keeps it for the phone. */
    | { readonly kind: 'language'; readonly language: Language }
  );

export type HotlineCommand = { readonly owner: 'hotline'; readonly language: Language | null } &
  /** 评, of a ticket; what no ticket waits for is passed on to appointments (docs/adr/0008). */
  (
    | { readonly kind: 'rate'; readonly score: number }
    /** 查, of a ticket: by query code or number. */
    | { readonly kind: 'status'; readonly code: string }
    /** 申诉: the handling shall be reviewed; null: no reason was given. */
    | { readonly kind: 'appeal'; readonly code: string; readonly reason: string | null }
    /** A bare number: an answer in a dialogue. What answers no question of the hotline is passed on likewise. */
    | { readonly kind: 'digit'; readonly digit: number }
    | { readonly kind: 'help' }
    /** A new request, or words in the dialogue about one. */
    | { readonly kind: 'free'; readonly text: string }
  );

/** A word of the carrier, or an opt-out: the gateway records it, nobody answers it. */
export interface CarrierWord {
  readonly owner: 'nobody';
  readonly kind: 'carrier';
}

const RATE = /^(?:评价?|RATE) ?([1-5])$/;
const STATUS = /^(?:查询? ?|STATUS )([0-9A-Z]{4,20})$/;
/** Of the message as it is written: reasons are read by people. */
const APPEAL =
  /^[\p{P}\s]*(?:申诉[\p{P}\s]*|APPEAL[\p{P}\s]+)([0-9A-Z]{4,20})(?:(?:[\p{P}\s]+|(?=\p{Script=Han}))(\S[^]*?))?[\p{P}\s]*$/iu;
const MOVE = /^(?:改期|MOVE\b) ?(.*)$/;
const DROP = /^(?:取消预约|DROP\b) ?(.*)$/;
const BOOK = /^(?:预约|BOOK\b) ?(.*)$/;
const HUMAN = /^(?:转?人工|人工服务|AGENT)$/;
const DIGIT = /^\d{1,2}$/;
/** A few words, no sentence: “预约了三次没人接，我要投诉” is a request and no booking. */
const KEYWORD = /^(?=.{1,20}$)[^,.;:!?、。…\s]+(?: [^,.;:!?、。…\s]+){0,3}$/u;
/** Y and nine characters; a ticket's query code has six, its number is all digits. */
const BOOKING_CODE = /^Y[0-9A-Z]{9}$/;
/** So do codes of the waiting list and of requests to be contacted, with a letter of their own. */
const APPOINTMENTS_CODE = /^[YWQ][0-9A-Z]{9}$/;
/** As we make them: no word of any language. “DROP WATERWORKS” is a request. */
const WAITING_CODE = new RegExp(`^[WQ][${CODE_ALPHABET}]{9}$`);
/** A ticket's query code as we make it; one in five has no digit. “APPEAL COURT” is a request. */
const QUERY_CODE = new RegExp(`^[${CODE_ALPHABET}]{6}$`);
/** What was meant as a code: one like ours, or one mistyped. “DROP LITTER” has none. */
const CODE_LIKE = /^(?=.*\d)[0-9A-Z]{4,20}$/;

/** Reads a text message: full-width or half-width, any case, with or without punctuation around it. */
export function readText(text: string): TextCommand {
  if (dispositionOf(text) !== 'passed_on') return { owner: 'nobody', kind: 'carrier' };
  const words = plainWords(text);
  return appointmentsCommand(words) ?? hotlineCommand(words, text);
}

/** Whether it has the shape of a booking's code. */
export function isBookingCode(code: string): boolean {
  return BOOKING_CODE.test(code);
}

function appointmentsCommand(words: string): AppointmentsCommand | null {
  const owner = 'appointments';
  const language = languageOf(words);
  if (words === '中文') return { owner, kind: 'language', language: 'zh-CN' };
  if (words === 'EN') return { owner, kind: 'language', language: 'en' };
  if (HUMAN.test(words)) return { owner, kind: 'human', language };
  const status = STATUS.exec(words)?.[1];
  if (status !== undefined && APPOINTMENTS_CODE.test(status)) return { owner, kind: 'status', code: status, language };
  const move = codeAfter(MOVE, words);
  if (move !== undefined) return { owner, kind: 'move', code: move, language };
  const drop = codeAfter(DROP, words);
  if (drop !== undefined) return { owner, kind: 'drop', code: drop, language };
  const keyword = BOOK.exec(words)?.[1]?.replace(/^[\p{P}\s]+/u, '');
  if (keyword === undefined || (keyword !== '' && !KEYWORD.test(keyword))) return null;
  return { owner, kind: 'book', keyword: keyword || null, language };
}

/** The code behind a command word, null when there is none; undefined when the text is something else. */
function codeAfter(command: RegExp, words: string): string | null | undefined {
  const rest = command.exec(words)?.[1]?.replace(/^[\p{P}\s]+/u, '');
  if (rest === undefined || rest === '') return rest === '' ? null : undefined;
  return isBookingCode(rest) || WAITING_CODE.test(rest) || CODE_LIKE.test(rest) ? rest : undefined;
}

function hotlineCommand(words: string, text: string): HotlineCommand {
  const owner = 'hotline';
  const language = languageOf(words);
  if (DIGIT.test(words)) return { owner, kind: 'digit', digit: Number(words), language: null };
  const score = RATE.exec(words)?.[1];
  if (score !== undefined) return { owner, kind: 'rate', score: Number(score), language };
  const status = STATUS.exec(words)?.[1];
  if (status !== undefined) return { owner, kind: 'status', code: status, language };
  const [, appealed, reason] = APPEAL.exec(text.normalize('NFKC')) ?? [];
  const code = appealed?.toUpperCase();
  if (code !== undefined && (reason !== undefined || QUERY_CODE.test(code) || CODE_LIKE.test(code))) {
    return { owner, kind: 'appeal', code, reason: reason ?? null, language };
  }
  return words === '帮助' ? { owner, kind: 'help', language } : { owner, kind: 'free', text: text.trim(), language };
}

function languageOf(words: string): Language | null {
  if (/\p{Script=Han}/u.test(words)) return 'zh-CN';
  return /[A-Z]/.test(words) ? 'en' : null;
}
