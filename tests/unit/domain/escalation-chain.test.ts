import { describe, expect, it } from 'vitest';
import type { EscalationStage } from '../../../src/domain/appeal.js';
import { escalatedTo } from '../../../src/domain/escalation-chain.js';
import type { Actor, Role } from '../../../src/domain/role.js';

const actor = (id: string, role: Role, departmentIds?: readonly string[]): Actor => ({
  kind: 'staff',
  id,
  name: id,
  roles: [role],
  departmentIds,
});
const OLENA = actor('olena', 'moderator');
const OF_HOUSING = actor('of-housing', 'head', ['housing']);
const OF_WELFARE = actor('of-welfare', 'head', ['welfare']);
const HEAD = actor('head', 'head');
const ADMINISTRATOR = actor('admin', 'administrator');
const EVERYBODY = [OLENA, OF_HOUSING, OF_WELFARE, HEAD, ADMINISTRATOR];

const told = (
  stage: EscalationStage,
  colleagues: readonly Actor[],
  assigneeId: string | undefined = 'olena',
) => escalatedTo(stage, { assigneeId, departmentId: 'housing' }, colleagues);

describe('whom a stage of a term is told', () => {
  it('is the assignee, then the head of the department, then the head', () => {
    expect(told('half', EVERYBODY)).toEqual(['olena']);
    expect(told('two-days', EVERYBODY)).toEqual(['olena', 'of-housing']);
    expect(told('overdue', EVERYBODY)).toEqual(['olena', 'of-housing', 'head']);
  });

  it('goes up where nobody has taken it, or whoever had it is gone', () => {
    expect(told('half', EVERYBODY, '')).toEqual(['of-housing']);
    expect(told('half', [HEAD, ADMINISTRATOR])).toEqual(['head']);
    expect(told('two-days', [OLENA, OF_WELFARE, HEAD])).toEqual(['olena', 'head']);
  });

  it('ends with an administrator where there is no head', () => {
    expect(told('overdue', [OLENA, ADMINISTRATOR])).toEqual(['olena', 'admin']);
    expect(told('overdue', [])).toEqual([]);
  });

  it('names nobody twice', () => {
    expect(told('overdue', [HEAD], 'head')).toEqual(['head']);
  });
});
