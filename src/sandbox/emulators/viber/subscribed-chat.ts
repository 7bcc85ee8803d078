import type { ViberChat } from './chat.js';
import type { ViberState } from './server-state.js';
import { ViberRefusal } from './status.js';

/**
 * The conversation of a person who may be written to.
 *
 * @throws {ViberRefusal} 5 when Viber does not know them, 6 when they are not subscribed
 */
export function subscribedChat(state: ViberState, personId: string): ViberChat {
  const chat = state.chats.chat(personId);
  if (chat === undefined || chat.person.status === 'deactivated') {
    throw new ViberRefusal('receiverNotRegistered');
  }
  if (chat.person.status !== 'active') throw new ViberRefusal('receiverNotSubscribed');
  return chat;
}
