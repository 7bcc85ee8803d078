import type { AppealFile } from '../../domain/appeal.js';
import type { Place } from '../../domain/inbound-event.js';
import { fileFailureNotes } from './file-failures.js';
import type { DialogueEvent } from './ports.js';
import type { Say } from './texts.js';

type IncomingMessage = Extract<DialogueEvent, { kind: 'message' }>;

/** What one message holds that can become part of an appeal. */
export interface Piece {
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly AppealFile[];
  readonly place: Place | undefined;
  readonly albumId: string | undefined;
}

/** Reads a message as a piece. Files that did not reach us are told apart, by `failures`. */
export function pieceOf(event: IncomingMessage, say: Say): { piece: Piece; failures: readonly string[] } {
  const files = event.files.flatMap((received) => (received.ok ? [received.file] : []));
  const { messageId, place, albumId } = event;
  return {
    piece: { messageId, text: event.text.trim(), files, place, albumId },
    failures: fileFailureNotes(event.files, say),
  };
}

/** Whether the message holds nothing to keep. */
export function isEmptyPiece(piece: Piece): boolean {
  return piece.text === '' && piece.files.length === 0 && !piece.place;
}

/** Whether the message is words only: may be a label, a command or a number. */
export function isTextOnly(piece: Piece): boolean {
  return piece.text !== '' && piece.files.length === 0 && !piece.place;
}

/** The voice message of the piece, if it is one. */
export function voiceOf(piece: Piece): AppealFile | undefined {
  return piece.files.find((file) => file.kind === 'voice');
}
