import { APPEAL_DOORS } from '../../../domain/appeal.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { advance, formOf, formService } from './progress.js';

/** A5: the three doors: officially, officially without publication, anonymously. */
export const door: ScreenDefinition<'door'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('door.question'),
    choices: APPEAL_DOORS.map((chosen) =>
      choice(chosen, scene.say(`door.${chosen}`), () => advance(scene, { ...formOf(scene), door: chosen })),
    ),
    service: formService(scene),
  }),
};
