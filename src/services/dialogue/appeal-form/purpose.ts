import type { AppealKind } from '../../../domain/appeal.js';
import { withoutFinalDot } from '../../../domain/appeal-subject.js';
import { dueOf } from '../../../domain/terms/due.js';
import { registrationOf } from '../../../domain/terms/office.js';
import { localDay } from '../../../lib/city-time.js';
import { fullDate, fullDay } from '../dates.js';
import type { Scene } from '../scene.js';
import type { AppealForm, FormPurpose } from '../state.js';
import type { TextKey, TextValues } from '../texts.js';

/** Questions whose words depend on what the form is for; an anonymous message is asked as an appeal. */
const QUESTIONS = {
  appeal: {
    describe: 'appeal.describe',
    knownApplicant: 'applicant.known',
    name: 'applicant.name',
    residence: 'applicant.residence',
    unfinished: 'unfinished.question',
  },
  'information-request': {
    describe: 'request.describe',
    knownApplicant: 'applicant.known',
    name: 'request.name',
    residence: 'request.address',
    unfinished: 'request.unfinished',
  },
  'draft-comment': {
    describe: 'comment.describe',
    knownApplicant: 'comment.known',
    name: 'comment.name',
    residence: 'applicant.residence',
    unfinished: 'comment.unfinished',
  },
} as const satisfies Record<Exclude<AppealKind, 'signal'>, Readonly<Record<string, TextKey>>>;

/** A question of the form, in the words of what the form is for. */
export function askFor(
  scene: Scene,
  { purpose }: Pick<AppealForm, 'purpose'>,
  question: keyof (typeof QUESTIONS)['appeal'],
  values: TextValues = {},
): string {
  return scene.say(QUESTIONS[purpose?.kind ?? 'appeal'][question], {
    ...purposeValues(scene, purpose),
    ...values,
  });
}

/** Whether comments on the draft are no longer taken into its discussion. */
export function isLateComment({ context }: Scene, purpose: FormPurpose | undefined): boolean {
  if (purpose?.kind !== 'draft-comment') return false;
  return localDay(context.now, context.timeZone) > purpose.draft.discussionUntil;
}

/** Said to who comments after the discussion. */
export function lateCommentNote(scene: Scene, purpose: FormPurpose | undefined): readonly string[] {
  return isLateComment(scene, purpose) ? [scene.say('comment.late', purposeValues(scene, purpose))] : [];
}

function purposeValues(scene: Scene, purpose: FormPurpose | undefined): TextValues {
  if (!purpose) return {};
  if (purpose.kind === 'information-request') return { due: answerDay(scene) };
  const { title, discussionUntil } = purpose.draft;
  return { title: withoutFinalDot(title), until: fullDay(scene, discussionUntil) };
}

/** The last day to answer a request that is sent now (Law 2939-VI, article 20). */
function answerDay(scene: Scene): string {
  const { now, office } = scene.context;
  const due = dueOf('information', registrationOf(now, office).registeredAt, office);
  return due ? fullDate(scene, due.dueAt) : '';
}
