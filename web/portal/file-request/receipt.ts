import { sessionStore } from '@shared/http/session-store.js';

/** 受理回执: what the confirmation page shows, kept for a reload of that page. */
export interface Receipt {
  number: string;
  queryCode: string;
  registeredAt: string;
  /** Working days from dispatch to reply; null where the operator still has to choose the service item. */
  replyLimitDays: number | null;
}

const STORED = 'sunline.receipt';

export function keepReceipt(receipt: Receipt): void {
  sessionStore().setItem(STORED, JSON.stringify(receipt));
}

export function keptReceipt(): Receipt | null {
  const text = sessionStore().getItem(STORED);
  if (text === null) return null;
  const receipt: Receipt = JSON.parse(text);
  return receipt;
}
