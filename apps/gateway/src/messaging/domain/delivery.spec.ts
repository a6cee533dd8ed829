import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  LONGEST_TRIES,
  MESSAGE_STATUSES,
  TRANSITIONS,
  mayMove,
  waitAfterTry,
  waitBeforeLookUp,
  type MessageStatus,
} from './delivery.js';

const REPORTS: readonly MessageStatus[] = ['handed_over', 'sent', 'delivered', 'undelivered', 'failed'];
const rank = (status: MessageStatus): number => ['handed_over', 'sent'].indexOf(status);
const FINAL: readonly MessageStatus[] = ['delivered', 'undelivered', 'failed', 'suppressed'];

describe('delivery of a text message', () => {
  it('knows every status it moves to, and reaches every status', () => {
    const reached = new Set<MessageStatus>(['queued']);
    for (const from of reached) for (const to of TRANSITIONS[from]) reached.add(to);
    expect([...reached].sort()).toEqual([...MESSAGE_STATUSES].sort());
  });

  it('only moves forward, in whatever order and number the reports come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REPORTS), { maxLength: 12 }), (reports) => {
        let status: MessageStatus = 'sending';
        for (const report of reports) {
          if (!mayMove(status, report)) continue;
          if (rank(status) >= 0 && rank(report) >= 0) expect(rank(report)).toBeGreaterThan(rank(status));
          expect(FINAL).not.toContain(status);
          status = report;
        }
      }),
    );
  });

  it('is never sent again once the provider has it', () => {
    for (const status of REPORTS) {
      expect(mayMove(status, 'queued')).toBe(false);
      expect(mayMove(status, 'sending')).toBe(false);
    }
  });

  it('in doubt cannot be sent without having been looked up', () => {
    expect(mayMove('uncertain', 'sending')).toBe(false);
  });

  it('waits longer after each refusal and gives up in the end', () => {
    expect([1, 2, 3].map(waitAfterTry)).toEqual([5, 10, 20]);
    expect(waitAfterTry(LONGEST_TRIES - 1)).toBe(600);
    expect(waitAfterTry(LONGEST_TRIES)).toBeNull();
  });

  it('is looked up twice', () => {
    expect([1, 2, 3].map(waitBeforeLookUp)).toEqual([5, 30, null]);
  });
});
