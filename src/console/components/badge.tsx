import type { FC } from 'hono/jsx';

export type BadgeTone = 'quiet' | 'ok' | 'warn' | 'bad';

/** A short word about a state. The colour only repeats what the word says. */
export const Badge: FC<{ tone?: BadgeTone; text: string }> = ({ tone = 'quiet', text }) => (
  <span class={`tag tag-${tone}`}>{text}</span>
);
