import { describe, expect, it } from '@jest/globals';
import { anchorLine, anchorsFrom } from './anchors.js';

const HEAD = { service: 'hotline', sealNo: 12n, head: 'ab'.repeat(32) } as const;

describe('a file of heads', () => {
  it('gives back what was noted', () => {
    const line = anchorLine(HEAD, new Date('2026-11-23T01:00:00Z'));
    expect(anchorsFrom(`${line}\n${line}`)).toEqual([HEAD, HEAD]);
  });

  it.each(['x', '{}', '{"service":"bank","sealNo":"1","head":"00"}', JSON.stringify({ ...HEAD, sealNo: 'one' })])(
    'with a line that is none says which: %s',
    (line) => expect(() => anchorsFrom(`\n${line}`)).toThrow('Line 2'),
  );
});
