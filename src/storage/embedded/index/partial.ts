import { compareValues, equalValues, typeOrder } from '../compare.js';
import type { Condition, Test } from '../query/parse.js';

/** Whether every document that fulfils all of `conditions` fulfils a partial index's filter too. */
export function implies(conditions: readonly Condition[], filter: Condition): boolean {
  if (filter.kind === 'and') return filter.parts.every((part) => implies(conditions, part));
  if (filter.kind !== 'field') return false;
  return conditions.some(
    (condition) =>
      condition.kind === 'field' &&
      condition.path === filter.path &&
      testImplies(condition.test, filter.test),
  );
}

function testImplies(known: Test, wanted: Test): boolean {
  if (known.kind === 'in' && known.patterns.length === 0)
    return (
      known.values.length > 0 &&
      known.values.every((operand) => testImplies({ kind: 'compare', operator: '$eq', operand }, wanted))
    );
  if (wanted.kind === 'exists')
    return known.kind === 'compare' ? known.operand !== null : known.kind === 'exists';
  if (known.kind !== 'compare' || wanted.kind !== 'compare') return false;
  if (known.operand === null || typeOrder(known.operand) !== typeOrder(wanted.operand)) return false;
  const order = compareValues(known.operand, wanted.operand);
  switch (wanted.operator) {
    case '$eq':
      return known.operator === '$eq' && equalValues(known.operand, wanted.operand);
    case '$gt':
      return known.operator === '$gt' ? order >= 0 : isFrom(known.operator) && order > 0;
    case '$gte':
      return (known.operator === '$gt' || isFrom(known.operator)) && order >= 0;
    case '$lt':
      return known.operator === '$lt' ? order <= 0 : isTo(known.operator) && order < 0;
    case '$lte':
      return (known.operator === '$lt' || isTo(known.operator)) && order <= 0;
  }
}

function isFrom(operator: string): boolean {
  return operator === '$gte' || operator === '$eq';
}

function isTo(operator: string): boolean {
  return operator === '$lte' || operator === '$eq';
}
