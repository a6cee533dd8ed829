import { useWords } from '@shared/i18n/use-words.js';
import { ROLES, type Role } from '@app/common/auth/actor.js';
import { ledgerReasonWords, ledgerWords } from './ledger.words.js';
import { termWords } from './terms.words.js';

type Did = keyof (typeof ledgerWords)['zh-CN'];
const isKnown = (action: string): action is Did extends `did.${infer A}` ? A : never =>
  `did.${action}` in ledgerWords['zh-CN'];
type Because = keyof (typeof ledgerReasonWords)['zh-CN'];
const isOurReason = (reason: string): reason is Because extends `because.${infer R}` ? R : never =>
  `because.${reason}` in ledgerReasonWords['zh-CN'];
const isRole = (role: string): role is Role => ROLES.some((one) => one === role);

/** How a line of a ledger reads: the act and the post of who did it. An act of a newer service shows its own word. */
export function useLedgerText() {
  const did = useWords(ledgerWords);
  const because = useWords(ledgerReasonWords);
  const term = useWords(termWords);
  return {
    act: (action: string) => (isKnown(action) ? did(`did.${action}`) : action),
    /** A reason the suite gave by itself; null for one that a person wrote. */
    why: (reason: string): string | null => (isOurReason(reason) ? because(`because.${reason}`) : null),
    /** Who did it: what the suite did by itself, by a timer or an event, it says so. */
    who: (name: string | null) => (name && /^(event|timer|command):/.test(name) ? term('role.system') : name),
    /** @param roles `operator`, `handler,unit_head`, `citizen` or `system` */
    post: (roles: string | null) =>
      (roles ?? '')
        .split(',')
        .map((role) => (isRole(role) || role === 'citizen' || role === 'system' ? term(`role.${role}`) : ''))
        .filter(Boolean)
        .join(' / '),
  };
}
