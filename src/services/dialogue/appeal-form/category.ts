import { APPEAL_CATEGORIES } from '../../../domain/appeal.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { advance, formOf, formService } from './progress.js';

/** A2: what it is about, asked only when the words do not tell. */
export const category: ScreenDefinition<'category'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('category.question'),
    choices: APPEAL_CATEGORIES.map((chosen) =>
      choice(chosen, scene.say(`category.${chosen}`), () =>
        advance(scene, { ...formOf(scene), category: chosen }),
      ),
    ),
    service: formService(scene),
  }),
};
