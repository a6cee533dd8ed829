import { describe, expect, it } from '@jest/globals';
import { taskState } from './task-state.js';

describe('a promise', () => {
  it('is overdue from the day after, until it is struck off', () => {
    const task = { dueOn: '2026-11-30', struckOffAt: null };
    expect(taskState(task, '2026-11-30')).toBe('open');
    expect(taskState(task, '2026-12-01')).toBe('overdue');
    expect(taskState({ ...task, struckOffAt: new Date() }, '2026-12-01')).toBe('done');
  });
});
