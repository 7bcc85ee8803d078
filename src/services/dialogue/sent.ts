import type { Scene } from './scene.js';
import type { DialogueState } from './state.js';

const REMEMBERED = 100;

/** The list of messages that became part of an appeal, with these added. No number: the appeal being submitted. */
export function rememberSent(
  { state, context }: Scene,
  messageIds: readonly string[],
  number?: string,
): DialogueState['sent'] {
  const at = context.now.toISOString();
  const added = [...new Set(messageIds)].map((messageId) => ({ messageId, at, number }));
  return [...state.sent, ...added].slice(-REMEMBERED);
}

/** The number of the appeal that the message became part of, if we still know. */
export function sentInAppeal({ state, context }: Scene, messageId: string): string | undefined {
  const sent = state.sent.findLast((entry) => entry.messageId === messageId);
  if (!sent) return undefined;
  const submittedThen = context.appeals.findLast(({ receivedAt }) => receivedAt.toISOString() >= sent.at);
  return sent.number ?? submittedThen?.number;
}
