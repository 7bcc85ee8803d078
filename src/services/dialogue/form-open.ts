import { isFormStep, parseState } from './state.js';

/** A form nobody has touched for so long lies open, and nobody is writing it. */
const TOUCHED_MS = 15 * 60_000;

/**
 * Whether the person is writing an appeal just now.
 *
 * @param stored the dialogue as it is kept
 * @param now the city's clock, which stamps the form
 */
export function isFormOpen(stored: unknown, now: Date): boolean {
  const { screen, form } = parseState(stored);
  return isFormStep(screen.id) && (!form || now.getTime() - Date.parse(form.savedAt) < TOUCHED_MS);
}
