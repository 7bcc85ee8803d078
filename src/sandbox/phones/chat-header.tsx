import type { FC } from 'hono/jsx';
import type { Messenger } from '../emulators/emulator-feed.js';
import type { PersonStatus } from '../emulators/person.js';
import { MESSENGER_WORDS } from './messenger-words.js';

/** The bar over the chat: whose it is, and blocking the bot. */
export const ChatHeader: FC<{ messenger: Messenger; action: string; status: PersonStatus }> = ({
  messenger,
  action,
  status,
}) => (
  <header class="chat-header">
    <span class="chat-avatar" aria-hidden="true" />
    <p class="chat-title">
      <b>Ніжинська міська рада</b>
      <span>{MESSENGER_WORDS[messenger].about}</span>
    </p>
    <div id={`menu-${messenger}`} data-live class="chat-menu">
      {status === 'active' && (
        <details class="popup">
          <summary aria-label="Меню чату">⋮</summary>
          <form method="post" action={`${action}/block`} data-live-form>
            <button class="chat-block" type="submit">
              Заблокувати бота
            </button>
          </form>
        </details>
      )}
    </div>
  </header>
);
