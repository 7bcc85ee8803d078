import type { Appeal, AppealHistoryEntry, Applicant } from './appeal.js';
import { APPEAL_TOPICS, topicOf } from './report/appeal-topics.js';

/** What stands where somebody's words or name were. */
export const REMOVED_TEXT = '[видалено]';

/** What stands where an address in a messenger was. */
export const REMOVED_ADDRESS = 'removed';

/** What of an appeal tells who wrote it and what. */
export type TellingPart = Pick<
  Appeal,
  'applicant' | 'coApplicants' | 'subject' | 'messages' | 'notes' | 'history'
>;

/**
 * The telling part of an appeal without what it told: no name, residence, telephone, word or file. Number, dates,
 * category, statuses, how many signed it and who of the staff did what stay, so that every count of it stays true;
 * the subject keeps only the topic that the report counts it under.
 */
export function withoutPerson(appeal: Appeal): TellingPart {
  const { applicant, coApplicants, messages, notes, history } = appeal;
  return {
    applicant: applicant && nobody(applicant),
    ...(coApplicants ? { coApplicants: coApplicants.map(nobody) } : {}),
    subject: subjectOf(appeal),
    messages: messages.map((message) => ({ ...message, text: REMOVED_TEXT, files: [] })),
    notes: notes.map((note) => ({ ...note, text: REMOVED_TEXT })),
    history: history.map(withoutReason),
  };
}

function nobody(_: Applicant): Applicant {
  return { fullName: REMOVED_TEXT, residence: '' };
}

function subjectOf(appeal: Appeal): string {
  const topic = APPEAL_TOPICS.find(({ id }) => id === topicOf(appeal));
  return topic ? `${topic.words} ${REMOVED_TEXT}` : REMOVED_TEXT;
}

/** A reason is free text; resolutions, which the counts read, are statuses of their own. */
function withoutReason({ reason: _reason, ...entry }: AppealHistoryEntry): AppealHistoryEntry {
  return entry;
}
