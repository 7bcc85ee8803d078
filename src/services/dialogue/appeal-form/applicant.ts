import type { Applicant } from '../../../domain/appeal.js';
import type { Piece } from '../piece.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import type { AppealForm } from '../state.js';
import { stay, type Turn, withNotes } from '../turn.js';
import { keepBeside, withFilesOf } from './keep-beside.js';
import { advance, formOf, formService, goToStep } from './progress.js';
import { askFor } from './purpose.js';

/** A6 for a person known from an earlier appeal. */
export const knownApplicant: ScreenDefinition<'known-applicant'> = {
  choiceOnly: true,
  ask(scene) {
    const { fullName, residence } = scene.context.knownApplicant ?? { fullName: '', residence: '' };
    const known = { fullName, residence };
    return {
      text: askFor(scene, formOf(scene), 'knownApplicant', known),
      choices: [
        choice('yes', scene.say('common.yes'), () => advance(scene, takeKnown(formOf(scene), known))),
        choice('change', scene.say('applicant.change'), () =>
          goToStep(scene, formOf(scene), 'applicant-name'),
        ),
      ],
      service: formService(scene),
    };
  },
};

/** A6: surname, name and patronymic, as article 5 of Law 393/96-ВР asks. */
export const applicantName: ScreenDefinition<'applicant-name'> = {
  ask: (scene) => ({ text: askFor(scene, formOf(scene), 'name'), choices: [], service: formService(scene) }),
  write: takeName,
};

/** A6 when only two words came: many people have no patronymic. */
export const noPatronymic: ScreenDefinition<'no-patronymic'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('applicant.noPatronymic'),
    choices: [
      choice('yes', scene.say('applicant.yesWithout'), () => advance(scene, formOf(scene))),
      choice('complete', scene.say('applicant.complete'), () =>
        goToStep(scene, formOf(scene), 'applicant-name'),
      ),
    ],
    service: formService(scene),
  }),
};

/** A7: the place of residence. */
export const residence: ScreenDefinition<'residence'> = {
  ask: (scene) => ({
    text: askFor(scene, formOf(scene), 'residence'),
    choices: [],
    service: formService(scene),
  }),
  write(scene, piece) {
    if (piece.text === '') return keepBeside(scene, piece);
    const { form, notes } = withFilesOf(scene, piece);
    return withNotes(advance(scene, { ...form, residence: piece.text }), notes);
  },
};

/** A comment is signed by name alone. */
function takeKnown(form: AppealForm, { fullName, residence }: Applicant): AppealForm {
  return form.purpose?.kind === 'draft-comment' ? { ...form, fullName } : { ...form, fullName, residence };
}

/** A new name asks for the residence again: it may be another person. */
function takeName(scene: Scene, piece: Piece): Turn {
  if (piece.text === '') return keepBeside(scene, piece);
  const words = piece.text.split(/\s+/u);
  if (words.length === 1) return stay(scene, { notes: [scene.say('applicant.oneWord')] });
  const kept = withFilesOf(scene, piece);
  const form = { ...kept.form, fullName: words.join(' '), residence: undefined };
  const turn = words.length === 2 ? goToStep(scene, form, 'no-patronymic') : advance(scene, form);
  return withNotes(turn, kept.notes);
}
