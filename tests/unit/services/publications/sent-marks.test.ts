import { expect, it } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast.js';
import type { ChannelId } from '../../../../src/domain/channel-id.js';
import { createSentMarks } from '../../../../src/services/publications/sent-marks.js';
import { newBroadcast } from '../../../support/new-broadcast.js';

const AT = new Date('2026-11-23T10:00:00Z');

async function marksOf(changes: Partial<Broadcast>, connected: readonly ChannelId[] = ['telegram', 'viber']) {
  const marked: string[] = [];
  const mark = createSentMarks(
    { markSent: async (id, channel, at) => void marked.push(`${id} ${channel} ${at.toISOString()}`) },
    connected,
  );
  await mark({ ...newBroadcast(), id: 'b1', startedAt: AT, publicationId: 'p1', ...changes });
  return marked;
}

it('marks each messenger the broadcast goes to', async () => {
  const at = AT.toISOString();
  expect(await marksOf({})).toEqual([`p1 telegram ${at}`, `p1 viber ${at}`]);
  expect(await marksOf({ audience: { channels: ['viber'] } })).toEqual([`p1 viber ${at}`]);
  expect(await marksOf({}, ['telegram'])).toEqual([`p1 telegram ${at}`]);
});

it('marks nothing for a broadcast without a publication, or one that has not left', async () => {
  expect(await marksOf({ publicationId: undefined })).toEqual([]);
  expect(await marksOf({ startedAt: undefined })).toEqual([]);
});
