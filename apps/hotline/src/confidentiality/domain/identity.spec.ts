import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { HIDDEN, maskIdentity, maskName, withoutIdentity } from './identity.js';

const someone = { name: '张三丰', phone: '+8613812345678' };

describe('an identity', () => {
  it('is masked', () => {
    expect(maskIdentity(someone)).toEqual({ name: '张**', phone: '138****5678' });
    expect(maskIdentity({ name: null, phone: null })).toEqual({ name: null, phone: null });
    expect(maskName('王')).toBe('*');
    expect(maskName('Bartholomew Featherstone')).toBe('B**');
  });

  it.each([
    ['我叫张三丰，电话13812345678。', `我叫${HIDDEN}，电话${HIDDEN}。`],
    ['张 三 丰 / 138-1234-5678', `${HIDDEN} / ${HIDDEN}`],
    ['打 +86 138 1234 5678 找我', `打 ${HIDDEN} 找我`],
    ['１３８１２３４５６７８', HIDDEN],
    ['别人的事', '别人的事'],
  ])('is taken out of %s', (text, hidden) => {
    expect(withoutIdentity(text, someone)).toBe(hidden);
  });

  it('is taken out in any case of letters', () => {
    expect(withoutIdentity('I am JANE DOE.', { name: 'Jane Doe', phone: null })).toBe(`I am ${HIDDEN}.`);
  });

  it('of one character leaves the text whole', () => {
    expect(withoutIdentity('王家村的王某', { name: '王', phone: null })).toBe('王家村的王某');
  });

  it('never stays, whatever stands around it and whatever the name', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 12 }).filter((s) => /^\S{2,}$/u.test(s));
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (who, before, after) => {
        const hidden = withoutIdentity(`${before}${who}${after}`, { name: who, phone: someone.phone });
        return HIDDEN.includes(who) || !hidden.includes(who);
      }),
    );
  });
});
