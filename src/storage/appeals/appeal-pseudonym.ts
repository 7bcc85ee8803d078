import type { UpdateQuery } from 'mongoose';
import type { Appeal, AppealHistoryEntry } from '../../domain/appeal.js';
import { withoutPerson } from '../../domain/pseudonym.js';
import type { AppealDocument } from './appeal-model.js';

/**
 * The update that takes the person out of an appeal for good: nothing finds it by words any more, and no chat is tied
 * to it.
 *
 * @param withdrawn how an appeal ends that was still worked on
 */
export function pseudonymised(
  appeal: Appeal,
  at: Date,
  withdrawn?: AppealHistoryEntry,
): UpdateQuery<AppealDocument> {
  const { history, ...part } = withoutPerson(appeal);
  const ended = withdrawn ? { status: withdrawn.status, open: false } : {};
  return {
    $set: {
      ...part,
      history: withdrawn ? [...history, withdrawn] : history,
      ...ended,
      stems: [],
      pseudonymisedAt: at,
    },
    $unset: {
      subscriberId: 1,
      address: 1,
      place: 1,
      toSign: 1,
      unqueued: 1,
      unregistered: 1,
      inQuarantine: 1,
      review: 1,
      letGo: 1,
      named: 1,
      placeKeys: 1,
      lookAt: 1,
      unshared: 1,
    },
  };
}
