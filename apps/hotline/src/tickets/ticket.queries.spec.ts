import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { listStatement } from './ticket.queries.js';

const maybe = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, value);

const scopes = fc.record({
  all: fc.boolean(),
  open: fc.boolean(),
  unitId: fc.constantFrom(null, 'unit'),
  confidentialContent: fc.boolean(),
});
const filters = fc.record({
  state: maybe('registered' as const),
  unitId: maybe('unit'),
  kind: maybe('help' as const),
  search: fc.oneof(
    fc.constant(undefined),
    fc.constant({ words: 'x' }),
    fc.constant({ number: '1' }),
    fc.constant({ phoneFingerprint: 'f' }),
    fc.constant({ number: '1', phoneFingerprint: 'f' }),
  ),
  after: maybe(['2026-11-23T00:00:00Z', 'id'] as const),
  limit: fc.constantFrom(2, 51),
});

describe('the statement of a list', () => {
  it('has the same name exactly when it has the same text, for a name is prepared once', () => {
    const texts = new Map<string, string>();
    fc.assert(
      fc.property(scopes, filters, (scope, filter) => {
        const { name, text } = listStatement(scope, filter);
        expect(text).toBe(texts.get(name) ?? text);
        texts.set(name, text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names no more than PostgreSQL keeps', () => {
    const everything = {
      state: 'registered',
      unitId: 'unit',
      kind: 'help',
      search: { number: '1', phoneFingerprint: 'f' },
      after: ['2026-11-23T00:00:00Z', 'id'],
      limit: 51,
    } as const;
    const scope = { all: true, open: true, unitId: 'unit', confidentialContent: true };
    expect(listStatement(scope, everything).name.length).toBeLessThan(64);
  });

  it('puts every value into a parameter', () => {
    const scope = { all: false, open: true, unitId: 'unit-7', confidentialContent: false };
    const { text, values } = listStatement(scope, { search: { words: `50%_'; DROP` }, limit: 51 });
    expect(text).not.toMatch(/DROP|unit-7/);
    expect(values).toEqual(['unit-7', 'unit-7', `%50\\%\\_'; DROP%`, 51]);
  });
});
