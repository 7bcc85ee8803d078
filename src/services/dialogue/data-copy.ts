import { copyInChat } from './my-data.js';
import type { Scene } from './scene.js';
import { choice, menuChoice, type ScreenDefinition } from './screen.js';
import { goTo } from './turn.js';

/** D1 «Отримати копію»: two files, or where the messenger takes none from us, the link to them. */
export const dataCopy: ScreenDefinition<'data-copy'> = {
  ask: (scene) => ({
    ...given(scene),
    choices: [
      choice('back', scene.say('common.back'), () => goTo(scene, { id: 'my-data' })),
      menuChoice(scene),
    ],
  }),
};

function given(scene: Scene) {
  const { say, copy } = scene;
  switch (copy?.kind) {
    case 'files':
      return { text: say('dataCopy.files'), files: copy.files };
    case 'link':
      return { text: say('dataCopy.link', { url: copy.url }) };
    case 'too-often':
      return { text: say('dataCopy.tooOften') };
    case 'no-way':
      return { text: copyInChat(scene) };
    case undefined:
      return { text: say('dataCopy.given') };
  }
}
