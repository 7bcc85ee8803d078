import { fullDate } from '../dates.js';
import { sayAbout } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { goHome } from '../turn.js';
import { showCard } from './card.js';

/** P3: takes the appeal back. */
export const withdraw: ScreenDefinition<'withdraw'> = {
  choiceOnly: true,
  ask(scene) {
    const { number } = scene.screen;
    const done = sayAbout(scene, number, 'withdraw.done', { date: fullDate(scene, scene.context.now) });
    return {
      text: sayAbout(scene, number, 'withdraw.question'),
      choices: [
        choice('yes', scene.say('withdraw.yes'), () =>
          goHome(scene, { notes: [done], effects: [{ kind: 'withdrawAppeal', number }] }),
        ),
        choice('no', scene.say('common.no'), () => showCard(scene, number)),
      ],
    };
  },
};
