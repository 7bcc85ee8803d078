import type { FC } from 'hono/jsx';

export type BadgeTone = 'plain' | 'good' | 'warn' | 'danger';

/** A short word about a state. The colour only repeats what the word says. */
export const Badge: FC<{ tone?: BadgeTone; text: string }> = ({ tone = 'plain', text }) => (
  <span class={tone === 'plain' ? 'badge' : `badge tone-${tone}`}>{text}</span>
);
