import { type Appeal, applicantCount, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { placeKeys } from '../../domain/neighbours/place-keys.js';
import { citizenText } from '../../services/appeals/citizen-text.js';
import { awaitsRegistration } from '../../services/appeals/opening.js';
import { NOBODY } from './appeal-order.js';
import { appealStems } from './appeal-search.js';

/** Appeals without a due date stand at the end of the queue. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** A new appeal as it is stored: with what the lists and the search read it by. */
export function appealRow(appeal: Appeal, sourceInboxId: string) {
  return {
    ...appeal,
    sourceInboxId,
    open: appeal.quarantine === undefined && OPEN_APPEAL_STATUSES.includes(appeal.status),
    queueAt: appeal.dueAt ?? END_OF_TIME,
    ...(appeal.dueAt ? { lookAt: appeal.receivedAt } : {}),
    ...(appeal.quarantine
      ? { inQuarantine: true }
      : awaitsRegistration(appeal)
        ? { unregistered: true }
        : {}),
    ...(appeal.coApplicants ? { applicants: applicantCount(appeal) } : {}),
    holderId: appeal.assigneeId ?? NOBODY,
    stems: appealStems(appeal),
    placeKeys: placeKeys({ place: appeal.place, text: citizenText(appeal) }),
    named: true,
    lastAt: appeal.history.at(-1)?.at ?? appeal.receivedAt,
  };
}
