import { describe, expect, it } from '@jest/globals';
import { hotlineSettings } from './hotline.settings.js';

describe('the hotline’s settings', () => {
  it('are the defaults of the rules unless told', () => {
    const settings = hotlineSettings(undefined);
    expect(settings.transfer.usualDays).toBe(1);
    expect(settings.acceptDays).toBe(2);
    expect(settings.replyDays).toMatchObject({ consultation: 3, help: 5, suggestion: 10 });
    expect(settings.dissatisfiedUpTo).toBe(2);
  });

  it('change only what is named', () => {
    const settings = hotlineSettings('{"acceptDays": 1, "replyDays": {"help": 4}}');
    expect(settings.acceptDays).toBe(1);
    expect(settings.replyDays).toMatchObject({ help: 4, consultation: 3 });
  });

  it.each(['{"acceptDay": 1}', '{"acceptDays": 0}', '{"transfer": {"usualDays": "x"}}', '{"dissatisfiedUpTo": 5}'])(
    'refuse %s',
    (json) => {
      expect(() => hotlineSettings(json)).toThrow('HOTLINE_SETTINGS');
    },
  );
});
