import type { Piece } from '../piece.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { type Turn, withNotes } from '../turn.js';
import { answered } from './form.js';
import { keepBeside, withFilesOf } from './keep-beside.js';
import { advance, formOf, formService, goToStep } from './progress.js';

/** A3: where it is. A point on the map or words are both taken as they come. */
export const place: ScreenDefinition<'place'> = {
  ask: (scene) => ({
    text: scene.say('place.question'),
    choices: [
      {
        ...choice('send', scene.say('place.send'), () => askAddress(scene)),
        asks: 'location',
        lastingData: 'location',
      },
      choice('write', scene.say('place.write'), () => askAddress(scene)),
      choice('skip', scene.say('place.skip'), () => skip(scene)),
    ],
    service: formService(scene),
  }),
  write: takePlace,
};

/** A3a: the address in words. */
export const address: ScreenDefinition<'address'> = {
  ask: (scene) => ({ text: scene.say('place.address'), choices: [], service: formService(scene) }),
  write: takePlace,
};

function takePlace(scene: Scene, piece: Piece): Turn {
  if (piece.text === '' && !piece.place) return keepBeside(scene, piece);
  const { form, notes } = withFilesOf(scene, piece);
  const place = {
    address: piece.text || form.place?.address,
    point: piece.place ?? form.place?.point,
  };
  const asked = piece.text === '' ? form.answered : form.answered.filter((question) => question !== 'street');
  return withNotes(advance(scene, { ...form, place, answered: asked }), notes);
}

/** Also where a computer, which cannot send its place, ends up. */
function askAddress(scene: Scene): Turn {
  return goToStep(scene, formOf(scene), 'address');
}

function skip(scene: Scene): Turn {
  return advance(scene, { ...answered(formOf(scene), 'place'), place: undefined });
}
