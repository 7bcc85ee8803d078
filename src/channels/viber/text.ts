import type { OutgoingContent } from '../../domain/content.js';
import type { RenderWarning } from '../../services/outbox/channel.js';
import { type Run, styledRuns } from '../styled-text.js';

/**
 * The words as Viber shows them: no bold or italic, a link as its words with the address in brackets. Links of the
 * buttons are written under the text too: the keyboard is gone after the next message, and computers show none.
 */
export function viberText(content: OutgoingContent): string {
  const text = styledRuns(content).map(withAddress).join('');
  const links = (content.keyboard?.rows ?? [])
    .flat()
    .flatMap(({ label, action }) => (action.kind === 'url' ? [{ label, url: action.url }] : []))
    .filter(({ url }) => !text.includes(url))
    .map(({ label, url }) => `${label}: ${url}`);
  return [text, ...links].filter((part) => part !== '').join('\n\n');
}

/** Tells what of the text's look is lost; the title loses nothing, it stands on a line of its own. */
export function styleWarnings(content: OutgoingContent): RenderWarning[] {
  const runs = styledRuns({ format: content.format, text: content.text });
  if (!runs.some(({ bold, italic }) => bold || italic)) return [];
  return [{ code: 'style.lost', message: 'Viber не показує жирний шрифт і курсив: текст буде звичайним.' }];
}

function withAddress({ text, url }: Run): string {
  return url === undefined || text === url ? text : `${text} (${url})`;
}
