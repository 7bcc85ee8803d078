import { addressedChannels, type Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { ShownMessage } from '../../domain/shown-message.js';
import type { Channel } from '../outbox/channel.js';
import { type TextSize, textSize } from './text-size.js';

/** A broadcast as one messenger shows it. */
export interface ShownIn {
  readonly channel: ChannelId;
  readonly messages: readonly ShownMessage[];
  readonly size: TextSize;
}

/** How a broadcast looks in the messengers it goes to, made by the code that sends it. */
export interface Appearance {
  readonly previews: readonly ShownIn[];
  /** What is lost or cut; codes are stable */
  readonly warnings: readonly {
    readonly channel: ChannelId;
    readonly code: string;
    /** Ukrainian, for staff */
    readonly message: string;
  }[];
}

/** @param contentIn the broadcast as a Ukrainian-speaking resident gets it by a messenger */
export function appearanceOf(
  { audience }: Pick<Broadcast, 'audience'>,
  contentIn: (channel: ChannelId) => OutgoingContent,
  channels: readonly Pick<Channel, 'id' | 'render' | 'limits'>[],
): Appearance {
  const addressed = addressedChannels(audience);
  const rendered = channels
    .filter(({ id }) => addressed.includes(id))
    .map(({ id, limits, render }) => ({ channel: id, limits, ...render(contentIn(id)) }));
  return {
    previews: rendered.map(({ channel, limits, parts }) => {
      const messages = parts.map(({ shown }) => shown);
      return { channel, messages, size: textSize(messages, limits) };
    }),
    warnings: rendered.flatMap(({ channel, warnings }) =>
      warnings.map((warning) => ({ channel, ...warning })),
    ),
  };
}
