import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import { outsiderScene } from './outsider.js';
import type { DialogueContext, Organisation } from './ports.js';
import { sceneOf } from './scene.js';
import { choicesOf, keyboardOf, menuChoice } from './screen.js';
import { ask } from './screens.js';
import type { DialogueState } from './state.js';

/** E14: something broke on our side; the person's message is in the inbox and will be answered. */
export function ourFailure(organisation: Organisation, locale: Locale): OutgoingContent {
  const scene = outsiderScene({ organisation, locale }, { id: 'menu' });
  const text = scene.say('error.ours', { phone: organisation.phone });
  return {
    format: 'plain',
    text,
    keyboard: keyboardOf(scene, { text, choices: [menuChoice(scene)] }, 'question'),
  };
}

/** K4: the appeal could not be stored. The state is the one before the step, so «Надіслати» works again. */
export function notStored(state: DialogueState, context: DialogueContext): OutgoingContent {
  const scene = sceneOf(state, context);
  const text = scene.say('accepted.notStored', { phone: context.organisation.phone });
  const send = choicesOf(ask(scene)).filter(({ id }) => id === 'send');
  const question = { text, choices: [...send, menuChoice(scene)] };
  return { format: 'plain', text, keyboard: keyboardOf(scene, question, 'question') };
}
