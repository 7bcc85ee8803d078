import type { AppealFile } from '../../../domain/appeal.js';
import { shortDate } from '../dates.js';
import type { Piece } from '../piece.js';
import { pieceNotes } from '../piece-notes.js';
import { appealOf, type Scene } from '../scene.js';
import { menuChoice, type ScreenDefinition } from '../screen.js';
import { rememberSent } from '../sent.js';
import { goHome, goTo, type Turn } from '../turn.js';

/** «Доповнити», «Написати ще»: the next message joins the appeal. */
export const addition: ScreenDefinition<'addition'> = {
  ask: (scene) => ({
    text: scene.say('addition.question', { number: scene.screen.number }),
    choices: [menuChoice(scene)],
  }),
  write: (scene, piece) => addPieceToAppeal(scene, scene.screen.number, piece),
};

/** Asks for the addition. */
export function askAddition(scene: Scene, number: string): Turn {
  return goTo(scene, { id: 'addition', number });
}

/** Adds one message to the appeal; a place is added in words. */
export function addPieceToAppeal(scene: Scene, number: string, piece: Piece): Turn {
  const point = piece.place && scene.say('addition.point', { ...piece.place });
  return addToAppeal(scene, number, {
    text: [piece.text, point].filter(Boolean).join('\n'),
    files: piece.files,
    messageIds: [piece.messageId],
    notes: pieceNotes(piece, [], scene.say),
  });
}

interface AddedContent {
  readonly text: string;
  readonly files: readonly AppealFile[];
  readonly messageIds: readonly string[];
  readonly notes?: readonly string[];
}

/** Adds content to the appeal, says that its term has not changed, and goes back to where the person was. */
export function addToAppeal(scene: Scene, number: string, content: AddedContent): Turn {
  const { text, files, messageIds, notes = [] } = content;
  const dueAt = appealOf(scene, number)?.dueAt;
  const done = dueAt
    ? scene.say('addition.done', { number, due: shortDate(scene, dueAt) })
    : scene.say('addition.doneWithoutTerm', { number });
  return goHome(scene, {
    notes: [...notes, done],
    effects: [{ kind: 'addToAppeal', number, text, files }],
    state: { sent: rememberSent(scene, messageIds, number) },
  });
}
