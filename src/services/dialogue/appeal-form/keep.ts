import { clock, shortDate } from '../dates.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { goTo, type Turn } from '../turn.js';
import { formSubject, mergeForms } from './form.js';
import { startForm } from './open.js';
import { formOf } from './progress.js';
import { askFor } from './purpose.js';

/** C1: leaving a form in which something was typed. */
export const keepForm: ScreenDefinition<'keep-form'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('keep.question'),
    choices: [
      choice('save', scene.say('keep.save'), () =>
        goTo(scene, { id: 'menu' }, { notes: [scene.say('keep.saved')] }),
      ),
      choice('delete', scene.say('keep.delete'), () => deleteForm(scene)),
      choice('return', scene.say('keep.return'), () => goTo(scene, { id: formOf(scene).step })),
    ],
  }),
};

/** C2: an unfinished form is found when a new one is to begin. */
export const unfinished: ScreenDefinition<'unfinished'> = {
  choiceOnly: true,
  ask(scene) {
    const form = formOf(scene);
    const savedAt = new Date(form.savedAt);
    return {
      text: askFor(scene, form, 'unfinished', {
        date: shortDate(scene, savedAt),
        time: clock(scene, savedAt),
        subject: formSubject(form, scene.say),
      }),
      choices: [
        choice('continue', scene.say('unfinished.continue'), () => resume(scene)),
        choice('new', scene.say('unfinished.startNew'), () => startNew(scene)),
        choice('delete', scene.say('keep.delete'), () => deleteForm(scene)),
      ],
    };
  },
};

/** What has just come outside the form is not lost: it joins the form. */
function resume(scene: Scene): Turn {
  const { kept } = scene.state;
  const form = kept ? mergeForms(formOf(scene), kept) : formOf(scene);
  return goTo(scene, { id: form.step }, { state: { form, kept: undefined } });
}

function startNew(scene: Scene<'unfinished'>): Turn {
  const { kept } = scene.state;
  const { wanted } = scene.screen;
  if (!kept) return startForm(scene, { purpose: wanted });
  return goTo(scene, { id: 'describe' }, { state: { form: { ...kept, purpose: wanted }, kept: undefined } });
}

function deleteForm(scene: Scene): Turn {
  const notes = [scene.say('keep.deleted')];
  const next = scene.state.kept ? 'offer-appeal' : 'menu';
  return goTo(scene, { id: next }, { notes, state: { form: undefined } });
}
