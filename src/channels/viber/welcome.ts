import type { OutgoingContent } from '../../domain/content.js';
import type { SubscribedEvent } from '../../domain/inbound-event.js';
import type { Logger } from '../../lib/log.js';
import type { Channel } from '../../services/outbox/channel.js';

/** Viber shows the welcome only if the answer comes soon. */
const WELCOME_DEADLINE_MS = 3_000;

/** What the person who opened the chat is told, from that event alone; undefined: nothing. */
export type Welcome = (
  event: SubscribedEvent & { readonly subscribed: boolean },
) => Promise<OutgoingContent | undefined>;

/**
 * The JSON that answers one `conversation_started`, and only that one; undefined when there is nothing to say or it
 * was not ready in time.
 */
export async function welcomeJson(
  event: Parameters<Welcome>[0],
  deps: { readonly welcome: Welcome; readonly channel: Pick<Channel, 'render'>; readonly log: Logger },
): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, WELCOME_DEADLINE_MS, 'late');
  });
  try {
    const content = await Promise.race([deps.welcome(event), late]);
    if (content !== 'late') return content && deps.channel.render(content).parts[0]?.payload;
    deps.log.warn({ deadlineMs: WELCOME_DEADLINE_MS }, 'viber: the welcome was not ready in time');
  } catch (err) {
    deps.log.error({ err }, 'viber: the welcome failed');
  } finally {
    clearTimeout(timer);
  }
  return undefined;
}
