import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CODE_ALPHABET } from '../confidential/random-code.js';
import { readText } from './grammar.js';

const zh = 'zh-CN';
const en = 'en';

describe('a text message', () => {
  it.each([
    ['评5', 5, zh],
    ['评 1', 1, zh],
    ['评价4', 4, zh],
    ['评３。', 3, zh],
    ['rate 4', 4, en],
    ['Rate2!', 2, en],
    ['  RATE　5  ', 5, en],
  ])('%j rates', (text, score, language) => {
    expect(readText(text)).toEqual({ owner: 'hotline', kind: 'rate', score, language });
  });

  it.each([
    ['查 K7M4QX', 'K7M4QX', zh],
    ['查k7m4qx', 'K7M4QX', zh],
    ['查询 K7M4QX', 'K7M4QX', zh],
    ['status K7M4QX.', 'K7M4QX', en],
    ['STATUS 260001237', '260001237', en],
    ['查 YK7M4Q', 'YK7M4Q', zh],
  ])('%j asks for the progress of a ticket', (text, code, language) => {
    expect(readText(text)).toEqual({ owner: 'hotline', kind: 'status', code, language });
  });

  it.each(['Y346FGHJKM', 'W346FGHJKM', 'Q346FGHJKM'])(
    'asks for the state of a booking, a place on the waiting list or a request to be contacted: %s',
    (code) => {
      const status = { owner: 'appointments', kind: 'status', code };
      expect(readText(`查${code.toLowerCase()}。`)).toEqual({ ...status, language: zh });
      expect(readText(`Status ${fullWidth(code.charAt(0))}${code.slice(1)}`)).toEqual({ ...status, language: en });
    },
  );

  it.each([
    ['预约', null, zh],
    ['“预约”', null, zh],
    ['book', null, en],
    ['预约 身份证', '身份证', zh],
    ['预约：身份证', '身份证', zh],
    ['预约身份证换领。', '身份证换领', zh],
    ['Book  id card', 'ID CARD', en],
    ['BOOK self-employed', 'SELF-EMPLOYED', en],
    ['预约 社保（转移）', '社保(转移', zh],
    ['预约 Y346FGHJKM', 'Y346FGHJKM', zh],
  ])('%j books', (text, keyword, language) => {
    expect(readText(text)).toEqual({ owner: 'appointments', kind: 'book', keyword, language });
  });

  it.each([
    ['改期 Y346FGHJKM', 'move', 'Y346FGHJKM', zh],
    ['改期', 'move', null, zh],
    ['move y346fghjkm', 'move', 'Y346FGHJKM', en],
    ['取消预约Y346FGHJKM', 'drop', 'Y346FGHJKM', zh],
    ['取消预约 1234', 'drop', '1234', zh],
    ['DROP: Y346FGHJKM', 'drop', 'Y346FGHJKM', en],
    ['drop', 'drop', null, en],
    ['取消预约 W346FGHJKM', 'drop', 'W346FGHJKM', zh],
    ['Drop wcdfghjkmn.', 'drop', 'WCDFGHJKMN', en],
    ['取消预约：qrtvwxycdf', 'drop', 'QRTVWXYCDF', zh],
  ])('%j changes a booking', (text, kind, code, language) => {
    expect(readText(text)).toEqual({ owner: 'appointments', kind, code, language });
  });

  it.each([
    ['1', 1],
    ['１。', 1],
    [' 0 ', 0],
    ['②', 2],
    ['12', 12],
  ])('%j is a bare number', (text, digit) => {
    expect(readText(text)).toEqual({ owner: 'hotline', kind: 'digit', digit, language: null });
  });

  it('asks for a person, or sets the language', () => {
    expect(readText('人工')).toEqual({ owner: 'appointments', kind: 'human', language: zh });
    expect(readText('转人工')).toEqual(readText('人工服务。'));
    expect(readText('Agent!')).toEqual({ owner: 'appointments', kind: 'human', language: en });
    expect(readText('中文')).toEqual({ owner: 'appointments', kind: 'language', language: zh });
    expect(readText('en')).toEqual({ owner: 'appointments', kind: 'language', language: en });
  });

  it.each([
    ['申诉 K7M4QX 没有解决', '没有解决', zh],
    ['申诉k7m4qx没有解决。', '没有解决', zh],
    ['申诉：K7M4QX，还在漏水', '还在漏水', zh],
    ['申诉　Ｋ７Ｍ４ＱＸ　没有解决', '没有解决', zh],
    ['Appeal k7m4qx: It still leaks, see Ms Li', 'It still leaks, see Ms Li', en],
    ['申诉 K7M4QX', null, zh],
    ['APPEAL K7M4QX.', null, en],
  ])('%j asks for a review', (text, reason, language) => {
    expect(readText(text)).toEqual({ owner: 'hotline', kind: 'appeal', code: 'K7M4QX', reason, language });
  });

  it('takes every code we give out, whatever its letters, for a code', () => {
    const letters = (length: number) =>
      fc.array(fc.constantFrom(...CODE_ALPHABET), { minLength: length, maxLength: length }).map((all) => all.join(''));
    const queryCode = fc.oneof(letters(6), fc.constantFrom('CDFGHJ', '346793'));
    fc.assert(
      fc.property(queryCode, fc.constantFrom('申诉', '申诉 ', 'Appeal ', 'APPEAL: '), (code, word) => {
        expect(readText(word + code)).toMatchObject({ kind: 'appeal', code, reason: null });
        expect(readText(`${word}${code.toLowerCase()} 还在漏水`)).toMatchObject({
          kind: 'appeal',
          code,
          reason: '还在漏水',
        });
      }),
    );
    fc.assert(
      fc.property(queryCode, fc.constantFrom('查', '查询 ', 'Status '), (code, word) => {
        expect(readText(word + code.toLowerCase())).toMatchObject({ owner: 'hotline', kind: 'status', code });
      }),
    );
    const ours = fc.tuple(fc.constantFrom('Y', 'W', 'Q'), letters(9)).map(([first, rest]) => first + rest);
    fc.assert(
      fc.property(ours, fc.constantFrom('取消预约', 'drop '), (code, word) => {
        expect(readText(word + code.toLowerCase())).toMatchObject({ owner: 'appointments', kind: 'drop', code });
      }),
    );
    fc.assert(
      fc.property(letters(9), fc.constantFrom('改期', 'move ', '预约 ', 'book '), (rest, word) => {
        expect(readText(`${word}y${rest}`)).toMatchObject({ owner: 'appointments' });
        expect(JSON.stringify(readText(`${word}y${rest}`))).toContain(`"Y${rest}"`);
      }),
    );
  });

  it.each(['STOP', 'stop.', 'td', '退订', 'HELP', 'Yes', 'CANCEL', 'info', '“退订”'])(
    '%j belongs to the carrier',
    (text) => {
      expect(readText(text)).toEqual({ owner: 'nobody', kind: 'carrier' });
    },
  );

  it.each([
    ['评6', zh],
    ['评', zh],
    ['260001237', null],
    ['', null],
    ['路灯坏了', zh],
    ['rate 9', en],
    ['the lamp is broken', en],
    ['查', zh],
    ['预约了三次都没有人接待，我要投诉', zh],
    ['Booking is broken', en],
    ['book a seat for me at the next free window please', en],
    ['drop litter', en],
    ['appeal court', en],
    ['drop waterworks', en],
    ['move the bins', en],
    ['申诉', zh],
  ])('%j is free text', (text, language) => {
    expect(readText(text)).toEqual({ owner: 'hotline', kind: 'free', text, language });
  });

  it('asks for help in Chinese words: the English one is the carrier’s', () => {
    expect(readText('帮助')).toEqual({ owner: 'hotline', kind: 'help', language: zh });
  });

  it('is always read as something, with one owner, the same in any width and case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readText(text).owner).toMatch(/^(appointments|hotline|nobody)$/);
      }),
    );
    const words = fc.constantFrom(
      '预约',
      'book',
      '改期',
      'MOVE',
      '取消预约',
      'drop',
      '查',
      'status',
      '评',
      'rate',
      '1',
      '0',
    );
    fc.assert(
      fc.property(words, fc.constantFrom('', ' Y346FGHJKM', ' 5', ' 身份证'), (word, rest) => {
        const wide = [...(word + rest)].map((each) => (/[!-~]/.test(each) ? fullWidth(each) : each)).join('');
        expect({ ...readText(wide), text: '' }).toEqual({ ...readText((word + rest).toLowerCase()), text: '' });
      }),
    );
  });
});

function fullWidth(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
}
