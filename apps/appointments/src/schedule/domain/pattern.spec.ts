import { describe, expect, it } from '@jest/globals';
import { patternFault } from './pattern.js';
import { weekOf } from './site-schedule.fixture.js';

describe("a window's week", () => {
  it('is sound where sessions follow one another', () => {
    expect(
      patternFault(
        weekOf([
          ['afternoon', 810, 1050],
          ['morning', 540, 720],
          ['noon', 720, 810],
        ]),
      ),
    ).toBeNull();
    expect(patternFault([])).toBeNull();
  });

  it('is not where a session is there twice, overlaps another, or ends before it begins', () => {
    expect(
      patternFault(
        weekOf(
          [
            ['morning', 540, 600],
            ['morning', 600, 720],
          ],
          [1],
        ),
      ),
    ).toMatchObject({ fromMinute: 600 });
    expect(
      patternFault(
        weekOf(
          [
            ['morning', 540, 720],
            ['noon', 700, 810],
          ],
          [2],
        ),
      ),
    ).toMatchObject({ session: 'noon' });
    expect(patternFault(weekOf([['morning', 720, 540]], [3]))).toMatchObject({ weekday: 3 });
    const green = weekOf([['morning', 540, 600]], [4]).map((one) => ({ ...one, greenMinutes: 61 }));
    expect(patternFault(green)).toMatchObject({ weekday: 4 });
  });
});
