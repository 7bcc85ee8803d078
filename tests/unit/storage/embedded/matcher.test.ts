import { Double, Int32 } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typePlace } from '../../../../src/storage/embedded/bson-types.js';
import { compareValues } from '../../../../src/storage/embedded/order.js';
import { compileFilter, parseFilter } from '../../../../src/storage/embedded/query/filter.js';
import type { Doc } from '../../../../src/storage/embedded/values.js';

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 2 }).map((value) => new Int32(value)),
  fc.constantFrom(new Double(0.5), new Double(1), new Double(Number.NaN)),
  fc.constantFrom('', 'a', 'b'),
  fc.boolean(),
);
const field = fc.oneof(scalar, fc.constant(null), fc.constant(undefined), fc.array(scalar, { maxLength: 3 }));
const operator = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte');

const matches = (document: Doc, filter: Doc) => compileFilter(parseFilter(filter))(document);
const isNotANumber = (value: unknown) => value instanceof Double && Number.isNaN(value.value);

/** The rule in one line: some element, or the whole, of the operand's type stands so to the operand. */
function byDefinition(value: unknown, name: string, operand: unknown): boolean {
  const candidates = Array.isArray(value) ? [...value, value] : [value];
  return candidates.some((candidate) => {
    if (candidate === undefined || typePlace(candidate) !== typePlace(operand)) return false;
    if (isNotANumber(candidate) !== isNotANumber(operand)) return false;
    const order = compareValues(candidate, operand);
    if (name === '$gt') return order > 0;
    if (name === '$lt') return order < 0;
    if (name === '$gte') return order >= 0;
    return name === '$lte' ? order <= 0 : order === 0;
  });
}

describe('a filter', () => {
  it('compares as the rule says', () => {
    fc.assert(
      fc.property(field, operator, scalar, (value, name, operand) => {
        const document = value === undefined ? {} : { a: value };
        expect(matches(document, { a: { [name]: operand } })).toBe(byDefinition(value, name, operand));
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds with a negation exactly what it does not find without', () => {
    fc.assert(
      fc.property(field, operator, scalar, (value, name, operand) => {
        const document = value === undefined ? {} : { a: value };
        const found = matches(document, { a: { [name]: operand } });
        expect(matches(document, { a: { $not: { [name]: operand } } })).toBe(!found);
        expect(matches(document, { $nor: [{ a: { [name]: operand } }] })).toBe(!found);
      }),
    );
  });

  it('finds with $in what one of the equalities finds, with $all what all of them find', () => {
    fc.assert(
      fc.property(
        field,
        fc.array(fc.oneof(scalar, fc.constant(null)), { minLength: 1, maxLength: 4 }),
        (value, list) => {
          const document = value === undefined ? {} : { a: value };
          const each = list.map((one) => matches(document, { a: one }));
          expect(matches(document, { a: { $in: list } })).toBe(each.some(Boolean));
          expect(matches(document, { a: { $nin: list } })).toBe(!each.some(Boolean));
          expect(matches(document, { a: { $all: list } })).toBe(each.every(Boolean));
        },
      ),
    );
  });

  it('finds with $elemMatch what some element fulfils alone', () => {
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 4 }), scalar, scalar, (array, low, high) => {
        const test = { $gte: low, $lt: high };
        const alone = array.some((element) => matches({ a: element }, { a: test }));
        expect(matches({ a: array }, { a: { $elemMatch: test } })).toBe(alone);
      }),
    );
  });
});
