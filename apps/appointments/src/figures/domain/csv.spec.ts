import { describe, expect, it } from '@jest/globals';
import { csv } from './csv.js';

describe('a table for a spreadsheet', () => {
  it('keeps commas, quotes and lines within their cell', () => {
    expect(csv([['a,b', 'say "no"', 'two\nlines', 1.5, null]])).toBe('\uFEFF"a,b","say ""no""","two\nlines",1.5,\r\n');
  });

  it.each(['=1+1', '+86138', '-2', '@SUM(A1)', '\t=1', '\r=1'])('shows %j as text, not as a formula', (text) => {
    expect(csv([[text]]).slice(1)).toMatch(/^"?'/);
  });

  it('leaves numbers as they are, below zero too', () => {
    expect(csv([[-1, 0.25]])).toBe('\uFEFF-1,0.25\r\n');
  });
});
