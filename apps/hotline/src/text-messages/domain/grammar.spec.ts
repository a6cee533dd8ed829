import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readText } from './grammar.js';

describe('a text message', () => {
  it.each([
    ['评5', 5],
    ['评 1', 1],
    ['评３。', 3],
    ['rate 4', 4],
    ['Rate2!', 2],
    ['  RATE　5  ', 5],
  ])('%j rates', (text, score) => {
    expect(readText(text)).toEqual({ kind: 'rate', score });
  });

  it.each([
    ['查 K7M4QX', 'K7M4QX'],
    ['查k7m4qx', 'K7M4QX'],
    ['status K7M4QX.', 'K7M4QX'],
    ['STATUS 260001237', '260001237'],
  ])('%j asks for progress', (text, code) => {
    expect(readText(text)).toEqual({ kind: 'status', code });
  });

  it.each(['STOP', 'stop.', 'td', '退订', 'HELP', 'Yes', 'CANCEL'])('%j belongs to the carrier', (text) => {
    expect(readText(text)).toEqual({ kind: 'carrier' });
  });

  it.each([
    ['评6', 'zh-CN'],
    ['评', 'zh-CN'],
    ['5', 'zh-CN'],
    ['', 'zh-CN'],
    ['路灯坏了', 'zh-CN'],
    ['rate 9', 'en'],
    ['the lamp is broken', 'en'],
    ['查', 'zh-CN'],
  ])('%j is not understood', (text, language) => {
    expect(readText(text)).toEqual({ kind: 'unknown', language });
  });

  it('asks for help in Chinese words: the English one is the carrier’s', () => {
    expect(readText('帮助')).toEqual({ kind: 'help', language: 'zh-CN' });
  });

  it('is always read as something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readText(text).kind).toMatch(/^(rate|status|help|carrier|unknown)$/);
      }),
    );
  });
});
