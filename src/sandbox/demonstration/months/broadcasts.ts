import type { Broadcast, BroadcastContent } from '../../../domain/broadcast.js';
import { contentHash } from '../../../services/broadcasts/hash.js';
import { stableId } from '../stable-id.js';
import type { StaffIds } from '../staff.js';
import { momentOf, range } from './publications.js';
import { patternedTitle } from './titles.js';

const COUNT = 41;
const SENDING_MS = 3 * 60_000;

/** What was sent in March 2021; whom it reached is not kept any more. */
export function broadcastsOfMarch(staff: StaffIds, timeZone: string): Broadcast[] {
  return range(COUNT).map((index) => {
    const startedAt = momentOf(
      '2021-03',
      1 + Math.floor((index * 31) / COUNT),
      9 * 60 + ((index * 53) % 500),
      timeZone,
    );
    const content: BroadcastContent = {
      kind: 'news',
      title: patternedTitle('news', index),
      text: '',
      link: undefined,
      pictures: [],
      buttons: [],
      audience: {},
      sendAt: undefined,
      delivery: 'instant',
      ignoreQuietHours: false,
    };
    const hash = contentHash(content);
    return {
      ...content,
      id: stableId(startedAt, `march-2021-${index}`),
      status: 'finished',
      hash,
      createdBy: staff.editor,
      createdAt: startedAt,
      editedBy: staff.editor,
      approvals: [{ by: staff.approver, hash, at: startedAt }],
      undoUntil: undefined,
      pauseReason: undefined,
      startedAt,
      finishedAt: new Date(startedAt.getTime() + SENDING_MS),
    };
  });
}
