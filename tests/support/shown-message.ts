import type { Run, ShownMessage } from '../../src/domain/shown-message.js';

/** What nobody looks at in a test. */
export const NOTHING_SHOWN: ShownMessage = { words: [], pictures: [], file: undefined, buttons: [] };

/** Words without any style. */
export function plainWords(text: string): Run {
  return { text, bold: false, italic: false, url: undefined };
}
