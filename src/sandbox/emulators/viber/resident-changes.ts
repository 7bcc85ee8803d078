import type { Person } from '../person.js';
import type { PhoneMessage } from '../phone-message.js';
import type { ViberChat } from './chat.js';
import type { ViberState } from './server-state.js';

/** The person wrote: that subscribes them and starts a session. */
export function hear(state: ViberState, chat: ViberChat): void {
  chat.heardAtMs = state.now().getTime();
  state.limits.heardFrom(chat.person.id);
  setStatus(state, chat, 'active');
}

/** Adds the person's own bubble to the chat. */
export function showOwn(
  state: ViberState,
  chat: ViberChat,
  token: string,
  bubble: Partial<PhoneMessage>,
): void {
  const message: PhoneMessage = {
    id: token,
    from: 'person',
    kind: 'text',
    text: '',
    entities: [],
    sentAt: state.now().toISOString(),
    buttons: [],
    ...bubble,
  };
  state.chats.append(chat, message);
  state.feed.emit({ messenger: 'viber', personId: chat.person.id, type: 'message', message });
}

/** Whether the person can be written to from now on. */
export function setStatus(state: ViberState, chat: ViberChat, status: Person['status']): void {
  if (chat.person.status === status) return;
  chat.person = { ...chat.person, status };
  const { person } = chat;
  state.feed.emit({ messenger: 'viber', personId: person.id, type: 'person', person });
}
