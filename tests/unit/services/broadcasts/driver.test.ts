import { describe, expect, it } from 'vitest';
import { aCity } from './a-city.js';

const DAY = '2026-11-23T10:00:00Z';
const EVENING = '2026-11-23T19:30:00Z';
const MORNING = '2026-11-24T06:00:00Z';

describe('an approved broadcast', () => {
  it('leaves by day at once, and finishes when no row waits', async () => {
    const { look, waiting } = aCity({ status: 'approved' }, DAY);
    expect(await look()).toMatchObject({ status: 'sending', startedAt: new Date(DAY) });
    waiting.delete('b1');
    expect(await look()).toMatchObject({ status: 'finished', finishedAt: new Date(DAY) });
  });

  it('stays until its approval cannot be taken back any more', async () => {
    const { look, turnTo } = aCity({ status: 'approved', undoUntil: new Date('2026-11-23T10:00:20Z') }, DAY);
    expect((await look())?.status).toBe('approved');
    turnTo('2026-11-23T10:00:20Z');
    expect((await look())?.status).toBe('sending');
  });

  it('waits through the night for the morning', async () => {
    const { look, turnTo } = aCity({ status: 'approved' }, EVENING);
    expect((await look())?.status).toBe('scheduled');
    turnTo('2026-11-24T05:59:59Z');
    expect((await look())?.status).toBe('scheduled');
    turnTo(MORNING);
    expect((await look())?.status).toBe('sending');
  });

  it.each([
    ['danger', { kind: 'alert' }],
    ['what may leave at night', { ignoreQuietHours: true }],
  ] as const)('does not wait for the morning with %s', async (_case, changes) => {
    const { look } = aCity({ status: 'approved', ...changes }, EVENING);
    expect((await look())?.status).toBe('sending');
  });
});

describe('a broadcast that is being sent', () => {
  it('rests when the quiet hours begin, two seconds early, and goes on when they end', async () => {
    const { sendable, turnTo } = aCity({ status: 'sending' }, '2026-11-23T18:59:57Z');
    expect(await sendable()).toEqual(['b1']);
    turnTo('2026-11-23T18:59:58Z');
    expect(await sendable()).toEqual([]);
    turnTo(MORNING);
    expect(await sendable()).toEqual(['b1']);
  });

  it('rests around the minute of silence, even one that may leave at night', async () => {
    const { sendable, turnTo } = aCity({ status: 'sending', ignoreQuietHours: true }, '2026-11-24T06:58:00Z');
    expect(await sendable()).toEqual([]);
    turnTo('2026-11-24T07:02:00Z');
    expect(await sendable()).toEqual(['b1']);
  });

  it('never rests with danger', async () => {
    const { sendable } = aCity({ status: 'sending', kind: 'alert' }, EVENING);
    expect(await sendable()).toEqual(['b1']);
  });
});

describe('a cancelled broadcast', () => {
  it('is at an end once no digest tells of it and nothing of it waits', async () => {
    const { look, waiting, digestsHaveLeft } = aCity({ status: 'cancelled' }, DAY);
    digestsHaveLeft.isTrue = false;
    expect((await look())?.finishedAt).toBeUndefined();
    expect([...waiting]).toEqual([]);
    digestsHaveLeft.isTrue = true;
    expect(await look()).toMatchObject({ status: 'cancelled', finishedAt: new Date(DAY) });
  });
});

describe('a broadcast whose time passed while the service was down', () => {
  const sendAt = new Date(DAY);
  const approved = { by: 'approver', hash: 'hash-1', at: new Date('2026-11-23T08:00:00Z') };
  const scheduled = { status: 'scheduled', sendAt, approvals: [approved] } as const;

  it.each([
    ['up to an hour late leaves all the same', 'alert', '2026-11-23T11:00:00Z', 'sending'],
    ['of news leaves late', 'news', '2026-11-23T11:00:01Z', 'sending'],
    ['of danger is asked about', 'alert', '2026-11-23T11:00:01Z', 'paused'],
    ['of a greeting is skipped', 'greeting', '2026-11-23T11:00:01Z', 'cancelled'],
  ] as const)('%s', async (_case, kind, now, status) => {
    const { look } = aCity({ ...scheduled, kind }, now);
    expect((await look())?.status).toBe(status);
  });

  it('says why it waits, and the audit tells that the service stopped it', async () => {
    const { look, auditStore } = aCity({ ...scheduled, kind: 'alert' }, EVENING);
    expect((await look())?.pauseReason).toContain('Час надсилання минув');
    expect(auditStore.entries.map(({ actorKind, action }) => [actorKind, action])).toEqual([
      ['system', 'broadcast.stale-ask'],
    ]);
  });

  it('is not late while the quiet hours hold it', async () => {
    const { look } = aCity(
      { status: 'approved', kind: 'greeting', approvals: [{ ...approved, at: new Date(EVENING) }] },
      MORNING,
    );
    expect((await look())?.status).toBe('sending');
  });
});
