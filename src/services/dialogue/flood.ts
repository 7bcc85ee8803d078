import { addPiece, newForm } from './appeal-form/form.js';
import { atTime } from './dates.js';
import type { Piece } from './piece.js';
import type { DialogueContext } from './ports.js';
import type { Scene } from './scene.js';
import { type DialogueState, isFormStep } from './state.js';
import { silently, type Turn, withNotes } from './turn.js';

const WINDOW_MS = 60_000;

/** Counts one more piece of the person in the current minute. */
export function countPiece(state: DialogueState, now: Date): DialogueState {
  const { flood } = state;
  const current = flood && now.getTime() - Date.parse(flood.since) < WINDOW_MS;
  return current
    ? { ...state, flood: { ...flood, count: flood.count + 1 } }
    : { ...state, flood: { since: now.toISOString(), count: 1, told: false } };
}

/** Whether the person sends faster than is answered (E7). */
export function isFlooding(
  { flood }: DialogueState,
  { piecesPerMinute }: Pick<DialogueContext, 'piecesPerMinute'>,
): boolean {
  return flood !== undefined && flood.count > piecesPerMinute;
}

/** Keeps what came, and says so once in the window: the only place where a person is met with silence. */
export function keepThroughFlood(scene: Scene, piece: Piece | undefined): Turn {
  const { flood } = scene.state;
  const kept = piece ? keptState(scene, piece) : {};
  if (!flood || flood.told) return silently(scene, { state: kept });
  const turn = silently(scene, { state: { ...kept, flood: { ...flood, told: true } } });
  return withNotes(turn, [floodNote(scene, new Date(Date.parse(flood.since) + WINDOW_MS))]);
}

function keptState(scene: Scene, piece: Piece): Partial<DialogueState> {
  const { state, screen, context } = scene;
  const empty = newForm(context.now);
  return isFormStep(screen.id)
    ? { form: addPiece(state.form ?? empty, piece, scene).form }
    : { kept: addPiece(state.kept ?? empty, piece, scene).form };
}

function floodNote(scene: Scene, resumesAt: Date): string {
  const minuteMs = 60_000;
  const shown = new Date(Math.ceil(resumesAt.getTime() / minuteMs) * minuteMs);
  const count = Math.ceil((resumesAt.getTime() - scene.context.now.getTime()) / minuteMs);
  return scene.say('error.flood', { count, time: atTime(scene, shown) });
}
