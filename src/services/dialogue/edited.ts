import { replaceText } from './appeal-form/form.js';
import { type Scene, sayAbout } from './scene.js';
import { sentInAppeal } from './sent.js';
import type { DialogueState } from './state.js';
import { silently, stay, type Turn } from './turn.js';

/**
 * An earlier message was changed. Before the appeal is sent the new text takes the place of the old; afterwards
 * it is added as a new edition, for the original must stay (E13). An edit of anything else is not a word to us.
 */
export function takeEdited(scene: Scene, messageId: string, text: string): Turn {
  if (text === '') return silently(scene);
  const { form, kept } = scene.state;
  const changedForm = form && replaceText(form, messageId, text);
  if (changedForm) return confirmChange(scene, { form: changedForm });
  const changedKept = kept && replaceText(kept, messageId, text);
  if (changedKept) return confirmChange(scene, { kept: changedKept });
  const number = sentInAppeal(scene, messageId);
  if (!number) return silently(scene);
  return stay(scene, {
    notes: [sayAbout(scene, number, 'error.editedAfter')],
    effects: [{ kind: 'addToAppeal', number, text: scene.say('error.newEdition', { text }), files: [] }],
  });
}

function confirmChange(scene: Scene, state: Partial<DialogueState>): Turn {
  const reviewing = scene.screen.id === 'review';
  return stay(scene, reviewing ? { state } : { state, notes: [scene.say('appeal.notedChange')] });
}
