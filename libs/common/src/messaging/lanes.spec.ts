import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Lanes } from './lanes.js';

describe('lanes', () => {
  it('keep the order within a lane and never run more than allowed at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        async (scheduler, laneOf, sideBySide) => {
          const lanes = new Lanes(sideBySide);
          const done: Record<string, number[]> = {};
          let atOnce = 0;
          let most = 0;
          const queueAll = async (): Promise<void> => {
            for (const [index, lane] of laneOf.entries()) {
              await lanes.run(lane, async () => {
                atOnce += 1;
                most = Math.max(most, atOnce);
                await scheduler.schedule(Promise.resolve());
                (done[lane] ??= []).push(index);
                atOnce -= 1;
              });
            }
            await lanes.idle();
          };
          await scheduler.waitFor(queueAll());
          expect(most).toBeLessThanOrEqual(sideBySide);
          for (const order of Object.values(done)) expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(Object.values(done).flat()).toHaveLength(laneOf.length);
        },
      ),
    );
  });
});
