import type { Broadcast } from '../../src/domain/broadcast.js';

const AT = new Date('2026-11-23T09:00:00Z');

/** A broadcast as a store takes it in: news for everybody, a draft unless the test says otherwise. */
export function newBroadcast(changes: Partial<Broadcast> = {}): Omit<Broadcast, 'id'> {
  return {
    kind: 'news',
    title: 'Міст',
    text: 'Рух обмежено.',
    link: undefined,
    pictures: [],
    buttons: [],
    audience: {},
    sendAt: undefined,
    delivery: 'instant',
    ignoreQuietHours: false,
    status: 'draft',
    hash: 'hash-1',
    createdBy: 'editor',
    createdAt: AT,
    editedBy: 'editor',
    approvals: [],
    undoUntil: undefined,
    pauseReason: undefined,
    startedAt: undefined,
    finishedAt: undefined,
    ...changes,
  };
}

/** One that is being sent, at any hour. */
export function sendingBroadcast(startedAt: Date, changes: Partial<Broadcast> = {}): Omit<Broadcast, 'id'> {
  return newBroadcast({
    ignoreQuietHours: true,
    status: 'sending',
    createdAt: startedAt,
    startedAt,
    ...changes,
  });
}
