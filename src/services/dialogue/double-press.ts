import { normalLabel, typedChoice } from './labels.js';
import type { Scene } from './scene.js';
import { stay, type Turn } from './turn.js';

/** Within this time the same label again is the same press: nobody writes it as an answer so soon. */
const DOUBLE_PRESS_MS = 5_000;

/**
 * The turn of a choice that came as its label, as every press of Telegram's bottom keyboard does. Pressed twice, it
 * comes twice: the second one must not become an address or a part of the appeal, so the open question is repeated.
 */
export function labelTurn(scene: Scene, text: string): Turn | undefined {
  const label = normalLabel(text);
  const turn = typedChoice(scene, text)?.lead();
  if (turn) {
    return { ...turn, state: { ...turn.state, pressed: { label, at: scene.context.now.toISOString() } } };
  }
  const { pressed } = scene.state;
  const again =
    pressed?.label === label && scene.context.now.getTime() - Date.parse(pressed.at) < DOUBLE_PRESS_MS;
  return again ? stay(scene) : undefined;
}
