import { withoutFinalDot } from '../../../domain/appeal-subject.js';
import { appealConsentEffect } from '../consent.js';
import { cut } from '../excerpt.js';
import { lowerFirst } from '../lower-first.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { rememberSent } from '../sent.js';
import type { AppealForm, FormPurpose } from '../state.js';
import { goTo, type Turn } from '../turn.js';
import { draftOf, formText } from './form.js';
import { cancelChoice, formOf, goToStep } from './progress.js';

const SHOWN_TEXT_LENGTH = 300;

/** A8: the whole appeal once more before it is sent. */
export const review: ScreenDefinition<'review'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: summary(scene, formOf(scene)),
    choices: [
      choice('send', scene.say('review.send'), () => send(scene)),
      choice('correct', scene.say('review.correct'), () => goToStep(scene, formOf(scene), 'correct')),
    ],
    service: [cancelChoice(scene)],
  }),
};

function summary(scene: Scene, form: AppealForm): string {
  return form.purpose ? purposeSummary(scene, form, form.purpose) : appealSummary(scene, form);
}

function purposeSummary({ say }: Scene, form: AppealForm, purpose: FormPurpose): string {
  const values = {
    text: cut(formText(form), SHOWN_TEXT_LENGTH) || say('review.noText'),
    files: form.files.length > 0 ? say('files.count', { count: form.files.length }) : say('review.noFiles'),
    applicant: form.fullName ?? say('review.noApplicant'),
  };
  return purpose.kind === 'draft-comment'
    ? say('comment.review', { ...values, title: withoutFinalDot(purpose.draft.title) })
    : say('request.review', { ...values, address: form.residence ?? '' });
}

function appealSummary({ say }: Scene, form: AppealForm): string {
  const draft = draftOf(form);
  const { place, applicant } = draft;
  return say('review.question', {
    text: cut(formText(form), SHOWN_TEXT_LENGTH) || say('review.noText'),
    category: lowerFirst(say(`category.${draft.category}`)),
    place: place?.address ?? (place?.point ? say('place.point') : say('review.noPlace')),
    files: draft.files.length > 0 ? say('files.count', { count: draft.files.length }) : say('review.noFiles'),
    door: lowerFirst(say(`door.${draft.door}`)),
    applicant: applicant?.fullName ?? say('review.noApplicant'),
  });
}

function send(scene: Scene): Turn {
  const form = formOf(scene);
  const appeal = draftOf(form);
  const named = appeal.applicant ? [appealConsentEffect(scene.locale)] : [];
  const messageIds = [...form.texts, ...form.files].map(({ messageId }) => messageId);
  return goTo(
    scene,
    { id: 'accepted', place: form.place, purpose: form.purpose },
    {
      effects: [{ kind: 'submitAppeal', appeal }, ...named],
      state: { form: undefined, sent: rememberSent(scene, messageIds) },
    },
  );
}
