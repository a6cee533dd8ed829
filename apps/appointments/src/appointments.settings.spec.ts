import { describe, expect, it } from '@jest/globals';
import { appointmentsSettings } from './appointments.settings.js';

describe('the settings of appointments', () => {
  it('are the defaults of the rules unless told', () => {
    expect(appointmentsSettings(undefined)).toMatchObject({
      holdMinutes: 5,
      horizonDays: 30,
      cancelUntilMinutes: 120,
      remindersHours: [24, 2],
      noShows: { count: 3, withinDays: 90, blockedDays: 30 },
    });
  });

  it('change only what is named', () => {
    const settings = appointmentsSettings('{"holdMinutes": 10, "noShows": {"count": 2}, "remindersHours": []}');
    expect(settings).toMatchObject({
      holdMinutes: 10,
      noShows: { count: 2, withinDays: 90 },
      remindersHours: [],
      maxPeople: 5,
    });
  });

  it.each(['{"hold": 1}', '{"holdMinutes": 0}', '{"maxPeople": 6}', '{"remindersHours": [0]}'])('refuse %s', (json) => {
    expect(() => appointmentsSettings(json)).toThrow('APPOINTMENTS_SETTINGS');
  });
});
