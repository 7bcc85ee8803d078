import type { Appeal } from '../../domain/appeal.js';
import { isLost, type MessageState } from '../outbox/messages.js';

/**
 * The message that the citizen is to be told otherwise: the last one of staff, lost, and nobody has called about it.
 * Nothing is lost behind the anonymous door: there is nobody to call.
 *
 * @param states of the appeal's messages, by their id
 * @returns its id
 */
export function lostAnswer(
  { door, messages, calls }: Pick<Appeal, 'door' | 'messages' | 'calls'>,
  states: ReadonlyMap<string, MessageState>,
): string | undefined {
  const last = messages.findLast(({ from }) => from === 'staff');
  const state = last && states.get(last.id);
  if (!last || !state || door === 'anonymous' || !isLost(state)) return undefined;
  return calls?.some(({ messageId }) => messageId === last.id) ? undefined : last.id;
}
