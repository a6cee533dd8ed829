import { describe, expect, it } from '@jest/globals';
import {
  EMPTY_DRAFT,
  firstIncomplete,
  flawsOf,
  missingElements,
  placeOf,
  readDraft,
  requestOf,
  type Draft,
} from './draft.js';

const FULL: Draft = {
  ...EMPTY_DRAFT,
  kind: 'complaint',
  itemCode: 'heating',
  elements: { ...EMPTY_DRAFT.elements, what: ' 暖气不热 ', where: '幸福小区 3 幢', when: ' ' },
  name: ' 王芳 ',
  phone: '138 1234 5678',
};

describe('a request that is being written', () => {
  it('needs a kind, 何事, 何地 and a telephone number, and nothing else', () => {
    expect(flawsOf('kind', EMPTY_DRAFT)).toEqual([{ field: 'kind', why: 'kindMissing' }]);
    expect(flawsOf('what', EMPTY_DRAFT).map((flaw) => flaw.why)).toEqual(['whatMissing', 'whereMissing']);
    expect(flawsOf('contact', EMPTY_DRAFT)).toEqual([{ field: 'phone', why: 'phoneMissing' }]);
    for (const step of ['kind', 'what', 'contact', 'check'] as const) expect(flawsOf(step, FULL)).toEqual([]);
  });

  it.each(['13812345678', '138-1234-5678', '０５７１８８８８６６６６', '+44 20 7946 0958'])(
    'takes %s for a telephone number',
    (phone) => {
      expect(flawsOf('contact', { ...FULL, phone })).toEqual([]);
    },
  );

  it.each(['1381234', 'abc', '138123456789012345'])('does not take %s for a telephone number', (phone) => {
    expect(flawsOf('contact', { ...FULL, phone })).toEqual([{ field: 'phone', why: 'phoneWrong' }]);
  });

  it('leads to the first step that is not complete', () => {
    expect(firstIncomplete(EMPTY_DRAFT)).toBe('kind');
    expect(firstIncomplete({ ...FULL, elements: EMPTY_DRAFT.elements })).toBe('what');
    expect(firstIncomplete({ ...FULL, phone: '' })).toBe('contact');
    expect(firstIncomplete(FULL)).toBe('check');
  });

  it('sends what was typed without the white space around it, and null for what was not given', () => {
    expect(missingElements(FULL)).toEqual(['when', 'who', 'why', 'which', 'result']);
    expect(requestOf(FULL, 'complaint', 'zh-CN')).toEqual({
      kind: 'complaint',
      serviceItemCode: 'heating',
      elements: {
        what: '暖气不热',
        where: '幸福小区 3 幢',
        when: null,
        who: null,
        why: null,
        which: null,
        result: null,
      },
      contact: { name: '王芳', phone: '138 1234 5678', language: 'zh-CN' },
      confidential: false,
    });
  });

  it('leaves the item to the operator when none was chosen, and keeps a report of misconduct confidential', () => {
    const sent = requestOf({ ...FULL, itemCode: '', name: '' }, 'report', 'en');
    expect(sent).toMatchObject({ confidential: true, contact: { name: null, language: 'en' } });
    expect(sent).not.toHaveProperty('serviceItemCode');
  });

  it('survives a reload, and what cannot be read is an empty draft', () => {
    expect(readDraft(JSON.stringify(FULL))).toEqual(FULL);
    expect(readDraft('{"elements":{"what":"x"}}').elements.where).toBe('');
    for (const text of [null, '', '{', '[]', '"x"']) expect(readDraft(text)).toEqual(EMPTY_DRAFT);
  });

  it('finds the input of a field that the service refused', () => {
    expect(placeOf('/contact/phone')).toEqual({ step: 'contact', field: 'phone' });
    expect(placeOf('/elements/where')).toEqual({ step: 'what', field: 'where' });
    expect(placeOf('/serviceItemCode')).toEqual({ step: 'kind', field: 'item' });
    expect(placeOf('')).toEqual({ step: 'kind', field: 'kind' });
  });
});
