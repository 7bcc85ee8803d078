import { choice, type ScreenDefinition } from './screen.js';
import { stopReceiving } from './stopped.js';
import { goTo } from './turn.js';

/** D1 «Відкликати згоду» of somebody who gave two: to mailings, and to be named as the applicant of appeals. */
export const whichConsent: ScreenDefinition<'which-consent'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('whichConsent.question'),
    choices: [
      choice('mailing', scene.say('whichConsent.mailing'), () => stopReceiving(scene)),
      choice('appeals', scene.say('whichConsent.appeals'), () =>
        goTo(
          scene,
          { id: 'menu' },
          {
            notes: [scene.say('whichConsent.appealsDone')],
            effects: [{ kind: 'withdrawAppealConsent' }],
          },
        ),
      ),
    ],
    service: [choice('back', scene.say('common.back'), () => goTo(scene, { id: 'my-data' }))],
  }),
};
