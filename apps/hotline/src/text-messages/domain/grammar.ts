import type { Language } from '@app/common/contracts/request-kind.js';

/** What a citizen's text message asks of the hotline (interfaces.md §3, Grammar). */
export type TextCommand =
  | { readonly kind: 'rate'; readonly score: number }
  | { readonly kind: 'status'; readonly code: string }
  | { readonly kind: 'help'; readonly language: Language }
  /** A word of the carrier, or an opt-out: the gateway records it, nobody answers it. */
  | { readonly kind: 'carrier' }
  | { readonly kind: 'unknown'; readonly language: Language };

const RATE = /^(?:评|RATE)\s*([1-5])$/;
const STATUS = /^(?:查|STATUS\s)\s*([0-9A-Z]{4,20})$/;
const HELP = /^帮助$/;
const CARRIER = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'START',
  'YES',
  'UNSTOP',
  'HELP',
  'INFO',
  '退订',
  'TD',
]);

/** Reads a text message: full-width or half-width, any case, with or without a full stop at the end. */
export function readText(text: string): TextCommand {
  const words = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\s.,;:!?。、，；：！？…]+$/u, '');
  const rate = RATE.exec(words)?.[1];
  if (rate) return { kind: 'rate', score: Number(rate) };
  const code = STATUS.exec(words)?.[1];
  if (code) return { kind: 'status', code };
  if (CARRIER.has(words)) return { kind: 'carrier' };
  const language = /\p{Script=Han}/u.test(words) || !/[A-Z]/.test(words) ? 'zh-CN' : 'en';
  return HELP.test(words) ? { kind: 'help', language } : { kind: 'unknown', language };
}
