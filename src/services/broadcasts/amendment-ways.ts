import type { AmendmentWay } from '../../domain/amendment.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Channel } from '../outbox/channel.js';

export type Ways = Readonly<Record<ChannelId, AmendmentWay>>;

/** What an amendment is to bring about. */
export interface AmendmentPlan {
  readonly original: OutgoingContent;
  /** Undefined: it is recalled */
  readonly corrected: OutgoingContent | undefined;
  /** Ways of the amendments before it */
  readonly earlier: readonly Ways[];
}

/**
 * How each messenger can do it. A text that does not fit the messages people have goes as a further message, and so
 * do the corrections after it: an edited first message would contradict the further one.
 */
export function amendmentWays(
  plan: AmendmentPlan,
  channels: readonly Pick<Channel, 'id' | 'changes'>[],
): Ways {
  const [telegram, viber] = CHANNEL_IDS.map((id) =>
    wayOf(
      id,
      plan,
      channels.find((channel) => channel.id === id),
    ),
  );
  return { telegram: telegram ?? 'none', viber: viber ?? 'none' };
}

function wayOf(
  id: ChannelId,
  { original, corrected, earlier }: AmendmentPlan,
  channel: Pick<Channel, 'changes'> | undefined,
): AmendmentWay {
  if (!corrected) return channel?.changes ? 'delete' : 'none';
  const hasFurtherMessage = earlier.some((ways) => ways[id] === 'message');
  return !hasFurtherMessage && channel?.changes?.edit(original, corrected) ? 'edit' : 'message';
}
