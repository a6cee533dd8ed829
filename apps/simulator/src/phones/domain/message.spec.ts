import { describe, expect, it } from '@jest/globals';
import { STATUSES, carrierWord, newSid, nextStatus, segments } from './message.js';

describe('a message of the simulated carrier', () => {
  it('comes to an end whatever its status', () => {
    for (const start of STATUSES) {
      let status = nextStatus(start);
      for (let steps = 0; status !== null; steps++) {
        expect(steps).toBeLessThan(STATUSES.length);
        status = nextStatus(status);
      }
    }
    expect(nextStatus('queued')).toBe('sent');
    expect(nextStatus('sent')).toBe('delivered');
  });

  it('is counted in parts as the carrier bills them', () => {
    expect(segments('a'.repeat(160))).toBe(1);
    expect(segments('a'.repeat(161))).toBe(2);
    expect(segments('约'.repeat(70))).toBe(1);
    expect(segments('约'.repeat(71))).toBe(2);
    expect(segments('约'.repeat(135))).toBe(3);
  });

  it('has an id like Twilio’s', () => {
    expect(newSid()).toMatch(/^SM[0-9a-f]{32}$/);
  });

  it('of one carrier word bars or opens the way', () => {
    expect(carrierWord(' stop ')).toBe('stop');
    expect(carrierWord('Start')).toBe('start');
    expect(carrierWord('stop the noise')).toBeNull();
  });
});
