import type { Piece } from '../piece.js';
import { pieceNotes } from '../piece-notes.js';
import type { Scene } from '../scene.js';
import { stay, type Turn } from '../turn.js';
import { addPiece } from './form.js';
import { formOf } from './progress.js';

/** Keeps in the form what came while something else was asked: the question stays open. */
export function keepBeside(scene: Scene, piece: Piece): Turn {
  const { say } = scene;
  const added = addPiece(formOf(scene), piece, scene);
  const notes = pieceNotes(piece, added.notes, say);
  return stay(scene, {
    notes: notes.length > 0 ? notes : [keptNote(scene, piece, added.form.files.length)],
    state: { form: added.form },
  });
}

/** The form with the piece's files only: its words answer the question. */
export function withFilesOf(scene: Scene, piece: Piece): ReturnType<typeof addPiece> {
  return addPiece(formOf(scene), { ...piece, text: '', place: undefined }, scene);
}

function keptNote({ say }: Scene, piece: Piece, fileCount: number): string {
  if (piece.files.length > 0) return say('files.added', { count: fileCount });
  return say(piece.place ? 'appeal.notedPlace' : 'appeal.notedInText');
}
