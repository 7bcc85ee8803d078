import type { Appeal } from '../../domain/appeal.js';

/** Everything its citizen wrote, in order. */
export function citizenText({ messages }: Pick<Appeal, 'messages'>): string {
  return messages.flatMap(({ from, text }) => (from === 'citizen' ? [text] : [])).join('\n');
}
