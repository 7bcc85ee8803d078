import type { ShownMessage } from '../../domain/shown-message.js';
import type { ChannelLimits } from '../outbox/channel.js';

/** How long a text is where it is shown, in the messenger's own units: UTF-16, after the marks are read. */
export interface TextSize {
  readonly units: number;
  /** Units that one message holds: fewer under a picture */
  readonly limit: number;
}

/** Measures the words of a broadcast as they are sent, whatever was typed for them. */
export function textSize(
  messages: readonly ShownMessage[],
  { captionUnits, textUnits }: Pick<ChannelLimits, 'captionUnits' | 'textUnits'>,
): TextSize {
  const texts = messages.filter(({ words }) => words.length > 0);
  const isCaption = texts.length === 1 && texts.some(({ pictures }) => pictures.length > 0);
  const units = texts.flatMap(({ words }) => words).reduce((sum, { text }) => sum + text.length, 0);
  return { units, limit: isCaption ? captionUnits : textUnits };
}
