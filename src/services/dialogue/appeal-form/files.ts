import { choice, type ScreenDefinition } from '../screen.js';
import { answered } from './form.js';
import { keepBeside } from './keep-beside.js';
import { advance, formOf, formService } from './progress.js';

/** A4: photos and files. */
export const files: ScreenDefinition<'files'> = {
  ask(scene) {
    const form = formOf(scene);
    const label = form.files.length > 0 ? scene.say('common.next') : scene.say('files.none');
    return {
      text: scene.say('files.question'),
      choices: [
        choice('next', label, () => advance(scene, { ...answered(form, 'files'), rewriting: undefined })),
      ],
      service: formService(scene),
    };
  },
  write: keepBeside,
};
