import type { Scene } from './scene.js';
import { choice, menuChoice, type ScreenDefinition } from './screen.js';
import { goTo, type Turn } from './turn.js';

/** U2: mailings are off, at once and without «чому?». */
export const stopped: ScreenDefinition<'stopped'> = {
  ask: (scene) => ({
    text: scene.say('stopped.text'),
    choices: [
      choice('return', scene.say('stopped.return'), () => askConsent(scene)),
      choice('erase', scene.say('stopped.erase'), () => goTo(scene, { id: 'erase-data' })),
      menuChoice(scene),
    ],
  }),
};

/** /stop, «Відписатися», no topic left. */
export function stopReceiving(scene: Scene): Turn {
  return goTo(scene, { id: 'stopped' }, { effects: [{ kind: 'stop' }] });
}

/** Mailings are wanted and not agreed to: asks, W3 where topics are kept. */
export function askConsent(scene: Scene): Turn {
  const { person } = scene.context;
  return goTo(scene, { id: person.consent && person.topics.length > 0 ? 'welcome-back' : 'welcome' });
}
