import { describe, expect, it } from '@jest/globals';
import {
  changed,
  contactOf,
  EMPTY_DRAFT,
  fieldOf,
  firstIncomplete,
  fittingHold,
  flawsOf,
  readDraft,
  wishOf,
  type Draft,
  type Hold,
} from './draft.js';

const HOLD: Hold = {
  code: 'YABCDEFGHK',
  itemCode: 'id-card',
  siteId: 'hall',
  startAt: '2026-11-25T01:00:00.000Z',
  endAt: '2026-11-25T01:20:00.000Z',
  people: 1,
  green: false,
  homeVisit: false,
  heldUntil: '2026-11-24T01:05:00.000Z',
  behindMs: 0,
};
const TYPED: Draft = { ...EMPTY_DRAFT, name: ' 王芳 ', phone: ' 138 1234 5678 ' };
const HELD: Draft = { ...TYPED, itemCode: 'id-card', siteId: 'hall', hold: HOLD };

describe('a booking that is being made', () => {
  it('leads from item to place to time to contact, and nobody gets past a step that is not complete', () => {
    const item = changed(EMPTY_DRAFT, { type: 'item', itemCode: 'id-card' });
    const place = changed(item, { type: 'site', siteId: 'hall' });
    const time = changed(place, { type: 'held', hold: HOLD });
    expect([EMPTY_DRAFT, item, place, time].map(firstIncomplete)).toEqual(['item', 'place', 'time', 'contact']);
  });

  it('asks for place and time again when the item changes, and loses nothing that was typed', () => {
    const other = changed({ ...HELD, people: 3, green: true }, { type: 'item', itemCode: 'passport' });
    expect(other).toMatchObject({ itemCode: 'passport', siteId: null, people: 1, green: false });
    expect(other).toMatchObject({ name: TYPED.name, phone: TYPED.phone });
    expect(fittingHold(other)).toBeNull();
    expect(changed(HELD, { type: 'item', itemCode: 'id-card' })).toBe(HELD);
  });

  it('gives a hold back with the next one, also when it no longer fits', () => {
    const three = changed(HELD, { type: 'answered', answers: { people: 3 } });
    expect(firstIncomplete(three)).toBe('time');
    expect(wishOf(three, 'id-card', { siteId: 'hall', startAt: HOLD.startAt })).toEqual({
      itemCode: 'id-card',
      siteId: 'hall',
      startAt: HOLD.startAt,
      people: 3,
      green: false,
      homeVisit: false,
      replaces: HOLD.code,
    });
    expect(wishOf(TYPED, 'id-card', HOLD)).not.toHaveProperty('replaces');
  });

  it('keeps everything when somebody else was faster, and offers the nearest times until one is held', () => {
    const alternatives = [{ ...HOLD, placesLeft: 1 }];
    const taken = changed(HELD, { type: 'taken', startAt: HOLD.startAt, alternatives });
    expect(firstIncomplete(taken)).toBe('time');
    expect(taken).toMatchObject({ itemCode: 'id-card', siteId: 'hall', phone: TYPED.phone });
    const elsewhere = changed(taken, { type: 'held', hold: { ...HOLD, siteId: 'branch' } });
    expect(elsewhere).toMatchObject({ siteId: 'branch', taken: null });
    expect(firstIncomplete(elsewhere)).toBe('contact');
  });

  it('needs a telephone number, and of a representative or a home visit what goes with them', () => {
    expect(flawsOf(HELD)).toEqual([]);
    expect(flawsOf({ ...HELD, phone: '138' }).map(({ why }) => why)).toEqual(['phoneWrong']);
    expect(flawsOf({ ...HELD, phone: ' ', represented: true, homeVisit: true }).map(({ why }) => why)).toEqual([
      'visitAddressMissing',
      'phoneMissing',
      'representativeNameMissing',
      'representativeRelationMissing',
    ]);
  });

  it('sends what was typed without the white space around it, and nothing that was not asked for', () => {
    expect(contactOf({ ...HELD, visitAddress: 'typed, then not wanted' }, 'zh-CN')).toEqual({
      contact: { phone: '138 1234 5678', name: '王芳', language: 'zh-CN' },
    });
    const through: Draft = {
      ...HELD,
      name: ' ',
      represented: true,
      homeVisit: true,
      representativeName: '李强 ',
      representativeRelation: '儿子',
      visitAddress: ' 幸福小区 3 幢',
    };
    expect(contactOf(through, 'en')).toEqual({
      contact: { phone: '138 1234 5678', language: 'en' },
      representative: { name: '李强', relation: '儿子' },
      visitAddress: '幸福小区 3 幢',
    });
  });

  it('is the same request to the letter after a switch of language, until something changes', () => {
    const sent = changed(HELD, { type: 'sent', language: 'zh-CN' });
    expect(sent.language).toBe('zh-CN');
    expect(changed(sent, { type: 'typed', typed: { name: '王方' } }).language).toBeNull();
  });

  it('survives a reload, and what cannot be read is an empty draft', () => {
    expect(readDraft(JSON.stringify(HELD))).toEqual(HELD);
    for (const text of [null, '', '{', '[]', '"x"', '{"phone":1}']) expect(readDraft(text)).toEqual(EMPTY_DRAFT);
  });

  it('finds the input of a field that the service refused', () => {
    expect(fieldOf('/contact/phone')).toBe('phone');
    expect(fieldOf('/contact/name')).toBe('name');
    expect(fieldOf('/representative/relation')).toBe('representativeRelation');
    expect(fieldOf('/representative')).toBe('representativeName');
    expect(fieldOf('/visitAddress')).toBe('visitAddress');
    expect(fieldOf('/startAt')).toBeNull();
  });
});
