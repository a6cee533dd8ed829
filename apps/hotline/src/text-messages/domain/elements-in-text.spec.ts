import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { elementsIn, isRequest, kindOf, saysSomething, saysUnknown, saysYes } from './elements-in-text.js';

describe('a free text', () => {
  it.each([
    ['清河镇幸福路的路灯昨晚坏了', '昨晚', '清河镇幸福路'],
    ['路灯坏了', null, null],
    ['昨天下午停水了', '昨天 下午', null],
    ['我家在阳光小区3栋，一直没有暖气', '一直', '阳光小区3栋'],
    ['11月20日8点半，人民医院门口堵车', '11月20日 8点半', '人民医院门口'],
    ['我不知道怎么办低保', null, null],
    ['请问站前路口的信号灯三天了还没修', '三天了', '站前路口'],
    ['The lamp is broken', null, null],
    ['The street lamp is broken', null, null],
    ['School starts too early', null, null],
    ['Garbage is not collected at 12 Qinghe Road', null, '12 Qinghe Road'],
    ['Qinghe Market is dirty every day', 'every day', 'Qinghe Market'],
    ['The lamp at the corner of Station Road has been out since last Monday', 'since last Monday', 'Station Road'],
    ['No water in our village for three days', 'for three days', 'in our village'],
  ])('%j says when %j and where %j', (text, when, where) => {
    const found = elementsIn(text);
    expect({ when: found.when, what: found.what }).toEqual({ when, what: text });
    if (where === null) expect(found.where).toBeNull();
    else expect(found.where).toContain(where);
  });

  it('that names time and place only does not say what happened', () => {
    for (const text of ['昨晚，幸福路', 'yesterday, Station Road']) {
      expect(elementsIn(text)).toMatchObject({ what: null, when: expect.any(String), where: expect.any(String) });
    }
  });

  it.each(['路灯坏了', '停水了', '垃圾没人收', 'no water', 'drop litter', '预约了三次都没有人接待，我要投诉'])(
    '%j is a request',
    (text) => {
      expect(isRequest(text)).toBe(true);
    },
  );

  it.each([
    '',
    '???',
    '你好',
    '谢谢您！',
    '好的，谢谢',
    '收到',
    'hello',
    'Thank you very much',
    'OK',
    '评6',
    '查',
    '260001237',
    '🙂',
  ])('%j is none', (text) => {
    expect(isRequest(text)).toBe(false);
  });

  it('may say that something is not known, or agree', () => {
    for (const text of ['不知道', '不清楚。', '忘了', 'don’t know', "I don't know"]) {
      expect(saysUnknown(text.replace('’', "'"))).toBe(true);
    }
    for (const text of ['是的', '提交。', 'send', 'Ok']) expect(saysYes(text)).toBe(true);
    for (const text of ['幸福路', 'last night']) expect([saysUnknown(text), saysYes(text)]).toEqual([false, false]);
    expect(saysSomething('村')).toBe(false);
  });

  it.each([
    ['举报村干部', 'report'],
    ['我要举报，也要投诉', 'report'],
    ['投诉窗口人员', 'complaint'],
    ['表扬张医生', 'praise'],
    ['建议加装路灯', 'suggestion'],
    ['咨询低保', 'consultation'],
    ['The road is broken', 'help'],
    ['a clerk took a bribe', 'report'],
  ])('%j is of the kind %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('of any characters is read in the end, and nothing of it is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { what, where } = elementsIn(text);
        if (what !== null) expect(what).toBe(text.trim());
        if (where !== null) expect(text.normalize('NFKC')).toContain(where.split(' ')[0]);
      }),
    );
  });
});
