import type { FC } from 'hono/jsx';
import type { Messenger } from '../emulators/emulator-feed.js';
import type { PersonStatus } from '../emulators/person.js';
import { MESSENGER_WORDS } from './messenger-words.js';

/** Under a chat without a keyboard: begins it, or takes the block back. */
export const StartBar: FC<{ messenger: Messenger; action: string; status: PersonStatus }> = ({
  messenger,
  action,
  status,
}) => {
  const blocked = status === 'blocked';
  if (status === 'active') return null;
  return (
    <form
      class="start-bar"
      method="post"
      action={`${action}/${blocked ? 'unblock' : 'start'}`}
      data-live-form
    >
      {blocked && <p>Чат заблоковано: нічого не надходить.</p>}
      <button class="start-button" type="submit">
        {blocked ? 'Розблокувати' : MESSENGER_WORDS[messenger].start}
      </button>
    </form>
  );
};
