import type { Applicant } from '../../domain/appeal.js';
import { openMyData } from './my-data.js';
import { offerPiece } from './offers.js';
import type { Piece } from './piece.js';
import type { Scene } from './scene.js';
import { type Choice, choice, type ScreenDefinition } from './screen.js';
import type { ScreenId } from './state.js';
import { goTo, stay, type Turn } from './turn.js';

/** D1 «Виправити»: the kept data of the applicant, and the name the person goes by. */
export const editData: ScreenDefinition<'edit-data'> = {
  choiceOnly: true,
  ask(scene) {
    const { say, context } = scene;
    const { person } = context;
    const { fullName, residence } = applicantOf(scene);
    const none = say('myData.noName');
    return {
      text: say('editData.question', {
        fullName: fullName || none,
        residence: residence || none,
        name: person.name ?? none,
      }),
      choices: [
        choice('name', say('editData.fullName'), () => goTo(scene, { id: 'edit-applicant-name' })),
        choice('residence', say('editData.residence'), () => goTo(scene, { id: 'edit-residence' })),
        choice('profile', say('editData.name'), () => goTo(scene, { id: 'edit-profile-name' })),
      ],
      service: [choice('back', say('common.back'), () => openMyData(scene))],
    };
  },
};

/** A6 for the kept data: the applicant of the next appeals. Those sent already stay as they are. */
export const editApplicantName: ScreenDefinition<'edit-applicant-name'> = {
  ask: (scene) => ({ text: scene.say('editData.askFullName'), choices: [], service: [backToData(scene)] }),
  write(scene, piece) {
    const words = piece.text.split(/\s+/u).filter(Boolean);
    if (words.length === 1) return stay(scene, { notes: [scene.say('applicant.oneWord')] });
    return keep(scene, piece, (text) => ({
      kind: 'setApplicant',
      fullName: text.replace(/\s+/gu, ' '),
      residence: applicantOf(scene).residence,
    }));
  },
};

/** A7 for the kept data. */
export const editResidence: ScreenDefinition<'edit-residence'> = {
  ask: (scene) => ({ text: scene.say('applicant.residence'), choices: [], service: [backToData(scene)] }),
  write: (scene, piece) =>
    keep(scene, piece, (residence) => ({
      kind: 'setApplicant',
      fullName: applicantOf(scene).fullName,
      residence,
    })),
};

/** The name in D1, instead of the messenger's. */
export const editProfileName: ScreenDefinition<'edit-profile-name'> = {
  ask: (scene) => ({ text: scene.say('editData.askName'), choices: [], service: [backToData(scene)] }),
  write: (scene, piece) => keep(scene, piece, (name) => ({ kind: 'setName', name })),
};

/** Who signs, as far as it is known: one half may have been written and the other not yet. */
function applicantOf({ context: { knownApplicant, person } }: Scene): Applicant {
  return knownApplicant ?? person.applicant ?? { fullName: '', residence: '' };
}

/** Screens where the person writes a value of the profile. */
export function isEditing(id: ScreenId): boolean {
  return id === 'edit-applicant-name' || id === 'edit-residence' || id === 'edit-profile-name';
}

/** A photo or a place is no such value: it is offered as an appeal. */
function keep(scene: Scene, piece: Piece, effectOf: (text: string) => Turn['effects'][number]): Turn {
  if (piece.text === '') return offerPiece(scene, piece);
  return goTo(
    scene,
    { id: 'menu' },
    { notes: [scene.say('editData.done', { value: piece.text })], effects: [effectOf(piece.text)] },
  );
}

function backToData(scene: Scene): Choice {
  return choice('back', scene.say('common.back'), () => goTo(scene, { id: 'edit-data' }));
}
