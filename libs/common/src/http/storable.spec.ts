import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { assertStorable } from './storable.js';

function refusalOf(content: unknown, prefix?: string): unknown {
  try {
    return assertStorable(content, prefix);
  } catch (error) {
    return error;
  }
}

function fault(pointer: string): object {
  return { data: { errors: [{ pointer, rule: 'storable' }] } };
}

describe('content that can be kept', () => {
  it('is any JSON without NUL and half surrogate pairs', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
        const text = JSON.stringify(value);
        if (/\\u0000|\\ud[89a-f]|"constructor":/i.test(text)) return;
        assertStorable(JSON.parse(text));
      }),
    );
  });

  it('is refused with the place where it cannot', () => {
    expect(refusalOf({ a: [{ 'b/c~d': 'x\0' }] })).toMatchObject(fault('/a/0/b~1c~0d'));
    expect(refusalOf({ a: { 'x\0': 1 } })).toMatchObject(fault('/a'));
    expect(refusalOf('\udc00')).toMatchObject(fault(''));
    const unknown = { data: { errors: [{ pointer: '/a/0/constructor', rule: 'whitelistValidation' }] } };
    expect(refusalOf({ a: [{ constructor: 1 }] })).toMatchObject(unknown);
    expect(refusalOf({ q: '\0' }, '?')).toMatchObject(fault('?q'));
    expect(refusalOf('😀')).toBeUndefined();
  });

  it('is not looked for in what no parser has read, such as a stream passed on', () => {
    expect(() => assertStorable(Readable.from(['\0']))).not.toThrow();
    expect(() => assertStorable(Buffer.from('\0'))).not.toThrow();
  });
});
