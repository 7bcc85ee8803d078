import { type Piece, voiceOf } from './piece.js';
import type { Say } from './texts.js';

/** What is said about a piece beside its notes: that a voice message will be listened to. */
export function pieceNotes(piece: Piece, notes: readonly string[], say: Say): readonly string[] {
  const voice = voiceOf(piece);
  return voice ? [...notes, voiceNote(voice.durationSeconds, say)] : notes;
}

function voiceNote(durationSeconds: number | undefined, say: Say): string {
  if (durationSeconds === undefined) return say('error.voiceUnknown');
  const seconds = Math.round(durationSeconds);
  const duration = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return say('error.voice', { duration });
}
