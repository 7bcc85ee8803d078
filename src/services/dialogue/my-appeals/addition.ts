import type { AppealFile } from '../../../domain/appeal.js';
import type { Place } from '../../../domain/inbound-event.js';
import { fullDate, shortDate } from '../dates.js';
import type { Piece } from '../piece.js';
import { pieceNotes } from '../piece-notes.js';
import type { DialogueEffect } from '../ports.js';
import { appealOf, type Scene, sayAbout } from '../scene.js';
import { menuChoice, type ScreenDefinition } from '../screen.js';
import { rememberSent } from '../sent.js';
import { goHome, goTo, type Turn } from '../turn.js';

/** «Доповнити», «Написати ще»: the next message joins the appeal. */
export const addition: ScreenDefinition<'addition'> = {
  ask: (scene) => ({
    text: sayAbout(scene, scene.screen.number, 'addition.question'),
    choices: [menuChoice(scene)],
  }),
  write: (scene, piece) => addPieceToAppeal(scene, scene.screen.number, piece),
};

/** Asks for the addition. */
export function askAddition(scene: Scene, number: string): Turn {
  return goTo(scene, { id: 'addition', number });
}

/** Adds one message to the appeal. */
export function addPieceToAppeal(scene: Scene, number: string, piece: Piece): Turn {
  return addToAppeal(scene, number, {
    text: textWithPoint(scene, piece.text, piece.place),
    files: piece.files,
    messageIds: [piece.messageId],
    notes: pieceNotes(piece, [], scene.say),
  });
}

/** S6: what is written after a question of staff goes to the appeal it was about. */
export function answerQuestion(scene: Scene, number: string, piece: Piece): Turn {
  return goHome(scene, {
    notes: [...pieceNotes(piece, [], scene.say), scene.say('notice.questionAnswered')],
    effects: [additionEffect(scene, number, piece)],
    state: { sent: rememberSent(scene, [piece.messageId], number) },
  });
}

function additionEffect(scene: Scene, number: string, { text, place, files }: Piece): DialogueEffect {
  return { kind: 'addToAppeal', number, text: textWithPoint(scene, text, place), files };
}

/** The words of an addition; a point on the map is told in words too, for an appeal has but one place. */
export function textWithPoint({ say }: Scene, text: string, point: Place | undefined): string {
  return [text, point && say('addition.point', { ...point })].filter(Boolean).join('\n');
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
  return goHome(scene, {
    notes: [...notes, doneWords(scene, number)],
    effects: [{ kind: 'addToAppeal', number, text, files }],
    state: { sent: rememberSent(scene, messageIds, number) },
  });
}

/** S3 where staff had asked for what was missing; else that the term is the same. */
function doneWords(scene: Scene, number: string): string {
  const { dueAt, status } = appealOf(scene, number) ?? {};
  if (!dueAt) return sayAbout(scene, number, 'addition.doneWithoutTerm');
  if (status === 'needs-details') return scene.say('addition.completed', { due: fullDate(scene, dueAt) });
  return sayAbout(scene, number, 'addition.done', { due: shortDate(scene, dueAt) });
}
