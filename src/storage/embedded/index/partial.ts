import { BSONRegExp } from 'bson';
import { typePlace } from '../bson-types.js';
import { compareValues } from '../order.js';
import type { Condition, FieldCondition } from '../query/filter.js';
import { isLower, isRange } from './bounds.js';

/** Whether every document that fulfils all of `conditions` fulfils a partial index's filter too. */
export function implies(conditions: readonly Condition[], filter: Condition): boolean {
  if (filter.kind === 'and') return filter.parts.every((part) => implies(conditions, part));
  if (filter.kind !== 'field') return false;
  return conditions.some(
    (known) => known.kind === 'field' && known.path === filter.path && tells(known, filter),
  );
}

function tells(known: FieldCondition, wanted: FieldCondition): boolean {
  const { operator, operand } = known;
  if (operator === '$eq') return passes(operand, wanted);
  if (operator === '$in' && Array.isArray(operand))
    return (
      operand.length > 0 && operand.every((value) => !(value instanceof BSONRegExp) && passes(value, wanted))
    );
  if (wanted.operator === '$exists') return operator === '$exists' || isRange(known);
  if (!isRange(known) || !isRange(wanted) || isLower(operator) !== isLower(wanted.operator)) return false;
  if (typePlace(operand) !== typePlace(wanted.operand)) return false;
  const narrower = compareValues(operand, wanted.operand) * (isLower(operator) ? 1 : -1);
  return narrower > 0 || (narrower === 0 && (operator === wanted.operator || wanted.operator.endsWith('e')));
}

/** Whether whatever equals a value passes a test. Missing equals null, and 1 equals 1.0: `$type` is not told. */
function passes(value: unknown, wanted: FieldCondition): boolean {
  return (
    value !== null && !Array.isArray(value) && wanted.operator !== '$type' && wanted.accepts(value) === true
  );
}
