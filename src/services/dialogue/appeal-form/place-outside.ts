import { choice, type ScreenDefinition } from '../screen.js';
import { answered } from './form.js';
import { advance, formOf, formService, goToStep } from './progress.js';

/** E10: the point on the map lies outside the hromada. */
export const placeOutside: ScreenDefinition<'place-outside'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('place.outside', { territory: scene.context.organisation.territoryNameGenitive }),
    choices: [
      choice('yes', scene.say('common.yes'), () => advance(scene, answered(formOf(scene), 'place-outside'))),
      choice('other', scene.say('place.other'), () =>
        goToStep(scene, { ...formOf(scene), place: undefined }, 'place'),
      ),
    ],
    service: formService(scene),
  }),
};
