import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast.js';
import {
  aBroadcastsService,
  APPROVER as approver,
  AUTHOR as author,
  EDITOR,
  TOKEN as token,
} from './a-broadcasts-service.js';

const NOW = new Date('2026-11-23T10:00:00Z');

/** The use cases over one broadcast of the author in memory. */
function withBroadcast(changes: Partial<Broadcast> = {}) {
  const { broadcasts, auditStore, kept } = aBroadcastsService(changes);
  return { broadcasts, auditStore, current: () => kept.get('b1') };
}

describe('an approval', () => {
  it('binds to the hash and runs for the undo window', async () => {
    const { broadcasts, current } = withBroadcast();
    await broadcasts.approve('b1', { hash: 'hash-1', undoSeconds: 20 }, approver);
    expect(current()).toMatchObject({
      status: 'approved',
      approvals: [{ by: 'approver', hash: 'hash-1', at: NOW }],
      undoUntil: new Date('2026-11-23T10:00:20Z'),
    });
  });

  it('of danger needs another person than the last editor', async () => {
    const { broadcasts, current } = withBroadcast({ kind: 'alert' });
    for (const actor of [author, token])
      await expect(broadcasts.approve('b1', {}, actor)).rejects.toMatchObject({
        kind: 'forbidden',
        code: 'broadcast.second-person',
      });
    expect(current()?.status).toBe('draft');
    await broadcasts.approve('b1', {}, approver);
    expect(current()?.approvals[0]).not.toHaveProperty('emergencyReason');
  });

  it('alone keeps its reason for ever, in the audit too', async () => {
    const { broadcasts, auditStore, current } = withBroadcast({ kind: 'alert' });
    await broadcasts.approve('b1', { emergencyReason: 'Друга особа без зв’язку' }, author);
    expect(current()?.approvals[0]?.emergencyReason).toBe('Друга особа без зв’язку');
    expect((await auditStore.last())?.action).toBe('broadcast.approve-alone');
  });

  it('with a second person keeps no reason', async () => {
    const { broadcasts, current } = withBroadcast({ kind: 'alert' });
    await broadcasts.approve('b1', { emergencyReason: 'Про всяк випадок' }, approver);
    expect(current()?.approvals[0]).not.toHaveProperty('emergencyReason');
  });
});

describe('a change after the approval', () => {
  it.each(['approved', 'scheduled'] as const)('makes a draft again of what is %s', async (status) => {
    const { broadcasts, auditStore, current } = withBroadcast({ status });
    await broadcasts.update('b1', { title: 'Інший заголовок' }, author);
    expect(current()).toMatchObject({ status: 'draft', title: 'Інший заголовок' });
    expect(current()?.hash).not.toBe('hash-1');
    expect((await auditStore.last())?.before).toContain(`"hash":"hash-1","status":"${status}"`);
  });

  it.each(['sending', 'paused', 'finished', 'cancelled'] as const)('is refused while %s', async (status) => {
    const { broadcasts } = withBroadcast({ status });
    await expect(broadcasts.update('b1', { title: 'Пізно' }, author)).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('by a token does not free the person before it to approve', async () => {
    const { broadcasts } = withBroadcast({ kind: 'alert' });
    const { editedBy } = await broadcasts.update('b1', { title: 'Увага!' }, token);
    expect(editedBy).toBe(author.id);
  });
});

describe('taking an approval back', () => {
  it('makes a draft of it while nothing has left', async () => {
    const { broadcasts, current } = withBroadcast({ status: 'scheduled' });
    await broadcasts.undo('b1', EDITOR);
    expect(current()?.status).toBe('draft');
  });

  it('is too late once it is being sent', async () => {
    const { broadcasts } = withBroadcast({ status: 'sending' });
    await expect(broadcasts.undo('b1', approver)).rejects.toMatchObject({ kind: 'conflict' });
  });
});
