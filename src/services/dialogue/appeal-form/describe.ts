import { pieceNotes } from '../piece-notes.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { stay, type Turn } from '../turn.js';
import { addPiece, hasContent } from './form.js';
import { advance, cancelChoice, formOf } from './progress.js';
import { askFor, lateCommentNote } from './purpose.js';

/** A1: what happened, in any number of pieces. */
export const describe: ScreenDefinition<'describe'> = {
  ask: (scene) => ({
    text: [...lateCommentNote(scene, formOf(scene).purpose), askFor(scene, formOf(scene), 'describe')].join(
      '\n\n',
    ),
    choices: [choice('next', scene.say('common.next'), () => next(scene))],
    service: [cancelChoice(scene)],
  }),

  write(scene, piece) {
    const added = addPiece(formOf(scene), piece, scene);
    const notes = pieceNotes(piece, added.notes, scene.say);
    return stay(scene, {
      notes: notes.length > 0 ? notes : [scene.say('appeal.noted')],
      state: { form: added.form },
    });
  },
};

function next(scene: Scene): Turn {
  const form = { ...formOf(scene), rewriting: undefined };
  return hasContent(form) ? advance(scene, form) : stay(scene, { notes: [scene.say('appeal.empty')] });
}
