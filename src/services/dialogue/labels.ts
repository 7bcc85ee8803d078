import { oneApostrophe } from '../../domain/search/apostrophe.js';
import { inLocale, type Scene } from './scene.js';
import { type Choice, choicesOf } from './screen.js';
import { ask } from './screens.js';
import { localesFrom } from './texts.js';

/** A label as people may type it: case, kinds of apostrophe, a final dot, spaces and the tick do not matter. */
export function normalLabel(text: string): string {
  return oneApostrophe(text.normalize('NFC').toLowerCase())
    .replace(/\s+/gu, ' ')
    .replace(/^✓\s*/u, '')
    .trim()
    .replace(/\s*\.+$/u, '');
}

/**
 * The choice whose label was typed: of the open question, or of the one whose keyboard still lies below a
 * card. A keyboard shown before a change of language is understood too.
 */
export function typedChoice(scene: Scene, text: string): Choice | undefined {
  const { below } = scene.state;
  return labelled(scene, text) ?? (below && labelled({ ...scene, screen: below }, text));
}

function labelled(scene: Scene, text: string): Choice | undefined {
  const wanted = normalLabel(text);
  const own = choicesOf(ask(scene));
  for (const locale of localesFrom(scene.locale)) {
    const found = choicesOf(ask(inLocale(scene, locale))).find(({ label }) => normalLabel(label) === wanted);
    if (found) return own.find(({ id }) => id === found.id);
  }
  return undefined;
}
