import { describe, expect, it } from '@jest/globals';
import { bodyOf, draftOf, faultsOf, fieldsOfDays, lengthOf } from './year-draft.js';

const TYPED = {
  notice: '',
  holidays: [
    { from: '2027-01-01', to: '2027-01-03' },
    { from: '', to: '' },
    { from: '2027-10-01', to: '2027-10-02' },
  ],
  makeUpDays: ['2027-01-09', ''],
  source: ' 国办发明电〔2026〕9号 ',
};

describe('a year as it is typed', () => {
  it('is sent as days, each once, without the rows left empty', () => {
    const twice = { ...TYPED, holidays: [...TYPED.holidays, { from: '2027-01-02', to: '2027-01-04' }] };
    expect(faultsOf(twice)).toEqual([]);
    expect(bodyOf(twice, null)).toEqual({
      holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-10-01', '2027-10-02'],
      makeUpDays: ['2027-01-09'],
      source: '国办发明电〔2026〕9号',
      replaces: null,
    });
  });

  it('begins with what was brought in before', () => {
    const { holidays, makeUpDays, source, replaces } = bodyOf(TYPED, '2026-11-20T01:00:00.000Z');
    const known = {
      year: 2027,
      origin: 'brought_in' as const,
      holidays,
      makeUpDays,
      source,
      broughtInAt: replaces ?? null,
    };
    expect(draftOf(known).holidays).toEqual([TYPED.holidays[0], TYPED.holidays[2]]);
    expect(draftOf(undefined).holidays).toEqual([{ from: '', to: '' }]);
  });

  it('says at each row what cannot be', () => {
    const holidays = [
      { from: '2027-01-01', to: '' },
      { from: '2027-05-05', to: '2027-05-01' },
      { from: '2027-01-01', to: '2027-12-31' },
    ];
    expect(faultsOf({ ...TYPED, holidays, makeUpDays: ['2027-02-30'], source: '' })).toEqual([
      { field: 'year-holiday-0', fault: 'span' },
      { field: 'year-holiday-1', fault: 'spanOrder' },
      { field: 'year-holiday-2', fault: 'spanLong' },
      { field: 'year-make-up-0', fault: 'day' },
      { field: 'year-source', fault: 'source' },
    ]);
    expect(holidays.map(lengthOf)).toEqual([0, 0, 365]);
  });

  it('shows a refusal of the service at the rows it is about', () => {
    expect(fieldsOfDays(TYPED, ['2027-10-02', '2027-01-09'])).toEqual(['year-holiday-2', 'year-make-up-0']);
    expect(fieldsOfDays(TYPED, ['2027-12-31'])).toEqual(['year-holiday-0']);
  });
});
