import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast.js';
import { APPROVER, AUTHOR, aBroadcastsService, EDITOR, TOKEN } from './a-broadcasts-service.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const RIGHT = 'Воду можна пити.';

/** The use cases over one broadcast that people have. */
function withSent(changes: Partial<Broadcast>) {
  const service = aBroadcastsService({ status: 'finished', startedAt: NOW, ...changes });
  const corrections = () => [...service.kept.values()].filter(({ amends }) => amends !== undefined);
  return { ...service, corrections };
}

const secondPerson = { kind: 'forbidden', code: 'broadcast.second-person' };

describe('a correction', () => {
  it('of ordinary news needs one person who may approve', async () => {
    const { broadcasts, corrections } = withSent({ kind: 'news' });
    await expect(broadcasts.correct('b1', { text: RIGHT }, EDITOR)).rejects.toMatchObject({ code: 'role' });
    await broadcasts.correct('b1', { text: RIGHT }, APPROVER);
    expect(corrections()).toMatchObject([{ text: RIGHT, approvals: [{ by: 'approver' }] }]);
  });

  it('of danger is never one person’s word', async () => {
    const { broadcasts, corrections } = withSent({ kind: 'alert' });
    for (const actor of [AUTHOR, APPROVER, TOKEN])
      await expect(broadcasts.correct('b1', { text: RIGHT }, actor)).rejects.toMatchObject(secondPerson);
    expect(corrections()).toEqual([]);
  });

  it('of danger leaves when another person lets go what one has proposed', async () => {
    const { broadcasts, corrections, kept } = withSent({ kind: 'alert' });
    const { proposal } = await broadcasts.proposeCorrection('b1', RIGHT, EDITOR);
    expect(proposal).toEqual({ text: RIGHT, by: 'editor', at: NOW });
    await expect(broadcasts.correct('b1', { text: 'Інше.' }, APPROVER)).rejects.toMatchObject(secondPerson);
    await broadcasts.correct('b1', { text: RIGHT }, APPROVER);
    expect(corrections()).toMatchObject([
      { text: RIGHT, editedBy: 'editor', approvals: [{ by: 'approver' }] },
    ]);
    expect(corrections()[0]?.approvals[0]?.emergencyReason).toBeUndefined();
    expect(kept.get('b1')?.proposal).toBeUndefined();
  });

  it('of danger cannot be let go by who proposed it', async () => {
    const { broadcasts } = withSent({ kind: 'alert' });
    await broadcasts.proposeCorrection('b1', RIGHT, APPROVER);
    await expect(broadcasts.correct('b1', { text: RIGHT }, APPROVER)).rejects.toMatchObject(secondPerson);
  });

  it('alone keeps its reason for ever, in the audit too', async () => {
    const { broadcasts, auditStore, corrections } = withSent({ kind: 'alert' });
    await broadcasts.correct('b1', { text: RIGHT, emergencyReason: 'Нікого немає' }, APPROVER);
    expect(corrections()[0]?.approvals).toMatchObject([{ by: 'approver', emergencyReason: 'Нікого немає' }]);
    expect(await auditStore.last()).toMatchObject({
      action: 'broadcast.correct',
      after: expect.stringContaining('Нікого немає'),
    });
  });

  it('is proposed only by who may write or approve', async () => {
    const { broadcasts } = withSent({ kind: 'alert' });
    const viewer = { kind: 'staff', id: 'viewer', name: 'viewer', roles: ['viewer'] } as const;
    await expect(broadcasts.proposeCorrection('b1', RIGHT, viewer)).rejects.toMatchObject({ code: 'role' });
  });
});
