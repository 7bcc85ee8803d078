import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Button } from '../../domain/keyboard.js';

/**
 * A broadcast as one resident gets it: title, text, pictures, its links as buttons and «Менше таких» (design:
 * every broadcast can be turned off where it arrives).
 *
 * @param lessLabel label of the last button in the resident's language
 */
export function broadcastContent(broadcast: Broadcast, lessLabel: string): OutgoingContent {
  const { title, text, link, buttons, pictures } = broadcast;
  const links = [...(link ? [link] : []), ...buttons];
  const rows: Button[][] = links.map(({ url, label }) => [{ label, action: { kind: 'url', url } }]);
  const less: Button = { label: lessLabel, action: { kind: 'command', data: lessData(broadcast) } };
  return {
    format: 'markup',
    title,
    text,
    pictures,
    keyboard: { placement: 'message', rows: [...rows, [less]] },
  };
}

/** What «Менше таких» carries: the topic it would turn off, when there is one. */
function lessData({ audience }: Broadcast): string {
  const topic = audience.topics?.length === 1 ? audience.topics[0] : undefined;
  return topic === undefined ? 'less' : `less:${topic}`;
}
