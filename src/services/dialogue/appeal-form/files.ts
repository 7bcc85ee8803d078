import { choice, type ScreenDefinition } from '../screen.js';
import { answered } from './form.js';
import { keepBeside } from './keep-beside.js';
import { advance, formOf, formService } from './progress.js';

/** A4: photos and files. */
export const files: ScreenDefinition<'files'> = {
  ask(scene) {
    const form = formOf(scene);
    const count = form.files.length;
    const label = count > 0 ? scene.say('common.next') : scene.say('files.none');
    const added = count > 0 ? [scene.say('files.added', { count })] : [];
    return {
      text: [scene.say('files.question'), ...added].join('\n\n'),
      choices: [
        choice('next', label, () => advance(scene, { ...answered(form, 'files'), rewriting: undefined })),
      ],
      service: formService(scene),
    };
  },
  write: keepBeside,
};
