import type { OutgoingContent } from '../../domain/content.js';
import type { RenderWarning } from '../../services/outbox/channel.js';
import { joinLinks, linkRanges, styledRuns } from '../styled-text.js';

/** An address that stands under the text, with its words. */
export interface SpelledLink {
  readonly label: string;
  readonly url: string;
}

/** A text as Viber shows it, with the stretches that must not be cut. */
export interface ViberText {
  readonly text: string;
  readonly whole: ReturnType<typeof linkRanges>;
}

/**
 * The words as Viber shows them: no bold or italic, a link as its words with the address in brackets. Links of the
 * buttons are written under the text too: the keyboard is gone after the next message, and computers show none.
 *
 * @param more further addresses for the end of the text
 */
export function viberText(content: OutgoingContent, more: readonly SpelledLink[]): ViberText {
  const body = joinLinks(styledRuns(content)).map(({ text, url }) => ({ text: spelled(text, url), url }));
  const words = textOf(body);
  const below = [...more, ...buttonLinks(content)]
    .filter(({ url }) => !words.includes(url))
    .flatMap(({ label, url }, index) => [
      { text: index === 0 && words === '' ? '' : '\n\n', url: undefined },
      { text: label === '' ? url : `${label}: ${url}`, url },
    ]);
  const all = [...body, ...below];
  return { text: textOf(all), whole: linkRanges(all) };
}

/** Tells what of the text's look is lost; the title loses nothing, it stands on a line of its own. */
export function styleWarnings(content: OutgoingContent): RenderWarning[] {
  const runs = styledRuns({ format: content.format, text: content.text });
  const warnings: RenderWarning[] = [];
  if (runs.some(({ bold, italic }) => bold || italic))
    warnings.push({
      code: 'style.lost',
      message: 'Viber не показує жирний шрифт і курсив: текст буде звичайним.',
    });
  if (joinLinks(runs).some(({ text, url }) => url !== undefined && url !== text))
    warnings.push({
      code: 'links.spelled-out',
      message: 'Viber не ховає посилання за словами: адреса стоятиме в дужках після слів.',
    });
  return warnings;
}

function buttonLinks({ keyboard }: OutgoingContent): SpelledLink[] {
  return (keyboard?.rows ?? [])
    .flat()
    .flatMap(({ label, action }) => (action.kind === 'url' ? [{ label, url: action.url }] : []));
}

function spelled(text: string, url: string | undefined): string {
  return url === undefined || text === url ? text : `${text} (${url})`;
}

function textOf(stretches: readonly { readonly text: string }[]): string {
  return stretches.map(({ text }) => text).join('');
}
