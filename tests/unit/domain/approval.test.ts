import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalRight } from '../../../src/domain/approval.js';
import { BROADCAST_KINDS } from '../../../src/domain/broadcast.js';
import { type Actor, ROLES, type Role } from '../../../src/domain/role.js';

const RULES = { secondPersonKinds: ['act'], substituteId: 'substitute' } as const;

const staff = (id: string, ...roles: Role[]): Actor => ({ kind: 'staff', id, name: id, roles });
const adminToken: Actor = { kind: 'token', id: 'admin', name: 'ADMIN_API_TOKEN', roles: ['administrator'] };

describe('approvalRight', () => {
  it.each([
    ['an approver approves news they wrote', 'news', staff('author', 'head'), 'usual'],
    ['a token approves news', 'news', adminToken, 'usual'],
    ['an editor approves nothing', 'news', staff('other', 'editor'), 'none'],
    ['the substitute approves no ordinary kind', 'news', staff('substitute', 'moderator'), 'none'],
    ['danger: another person', 'alert', staff('other', 'approver'), 'usual'],
    ['danger: its last editor only alone', 'alert', staff('author', 'administrator'), 'emergency'],
    ['danger: a token only alone', 'alert', adminToken, 'emergency'],
    ['danger: the substitute', 'alert', staff('substitute', 'moderator'), 'usual'],
    ['danger: an editor not at all', 'alert', staff('other', 'editor'), 'none'],
    ['a kind of the settings: its last editor only alone', 'act', staff('author', 'head'), 'emergency'],
  ] as const)('%s', (_case, kind, actor, right) => {
    expect(approvalRight({ kind, editedBy: 'author' }, actor, RULES)).toBe(right);
  });

  it('never lets the last editor or a token be the second person', () => {
    const roles = fc.subarray([...ROLES]);
    const kinds = fc.constantFrom(...BROADCAST_KINDS);
    fc.assert(
      fc.property(kinds, roles, fc.boolean(), (kind, given, isToken) => {
        const actor: Actor = { kind: isToken ? 'token' : 'staff', id: 'author', name: '', roles: given };
        const rules = { secondPersonKinds: [...BROADCAST_KINDS], substituteId: 'author' };
        expect(approvalRight({ kind, editedBy: 'author' }, actor, rules)).not.toBe('usual');
      }),
    );
  });
});
