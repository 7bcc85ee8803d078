import { choice, type ScreenDefinition } from '../screen.js';
import { answered } from './form.js';
import { advance, cancel, formOf } from './progress.js';

/** A0: emergency numbers, before anything else is asked. */
export const danger: ScreenDefinition<'danger'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('danger.warning'),
    choices: [
      choice('go-on', scene.say('danger.goOn'), () => advance(scene, answered(formOf(scene), 'danger'))),
      choice('cancel', scene.say('danger.cancel'), () => cancel(scene)),
    ],
  }),
};
