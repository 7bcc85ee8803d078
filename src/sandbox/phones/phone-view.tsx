import type { FC } from 'hono/jsx';
import { type Resident, residentsOf } from '../demonstration/residents.js';
import type { Messenger } from '../emulators/emulator-feed.js';
import { Chat } from './chat.js';
import { ChatHeader } from './chat-header.js';
import { Composer } from './composer.js';
import { Keyboard } from './keyboard.js';
import { MESSENGER_WORDS } from './messenger-words.js';
import type { PhoneScreen } from './phones.js';
import { StartBar } from './start-bar.js';

export interface PhoneProps {
  readonly resident: Resident;
  readonly screen: PhoneScreen;
  /** The other phone's choice, kept when this one is switched */
  readonly otherChoice: { readonly name: Messenger; readonly id: string };
}

/** Where this resident's actions go. */
function phoneAction({ messenger, id }: Resident): string {
  return `/sandbox/phones/${messenger}/${encodeURIComponent(id)}`;
}

/** A resident's phone with the chat of the city's bot open. */
export const Phone: FC<PhoneProps> = ({ resident, screen, otherChoice }) => {
  const { messenger } = resident;
  const { person, messages, keyboard } = screen;
  const { name } = MESSENGER_WORDS[messenger];
  const action = phoneAction(resident);
  return (
    <section class={`phone phone-${messenger}`} id={`phone-${messenger}`} aria-label={`Телефон: ${name}`}>
      <ResidentChoice resident={resident} otherChoice={otherChoice} />
      <div class="phone-frame">
        <div class="phone-screen">
          <ChatHeader messenger={messenger} action={action} status={person.status} />
          <div
            class="chat"
            id={`chat-${messenger}`}
            data-live
            role="log"
            aria-label={`Чат у ${name}`}
            tabindex={0}
          >
            <Chat messenger={messenger} messages={messages} action={action} />
          </div>
          <div id={`bottom-${messenger}`} data-live>
            {person.status === 'blocked' || keyboard === null ? (
              <StartBar messenger={messenger} action={action} status={person.status} />
            ) : (
              <Keyboard keyboard={keyboard} action={action} label={`Кнопки відповіді в ${name}`} />
            )}
          </div>
          <Composer {...{ resident, action, placeholder: keyboard?.placeholder }} />
          <p class="phone-toast" id={`toast-${messenger}`} role="status" />
        </div>
      </div>
    </section>
  );
};

const ResidentChoice: FC<Omit<PhoneProps, 'screen'>> = ({
  resident: { messenger, id: chosenId },
  otherChoice,
}) => (
  <form class="resident-choice" method="get" action="/sandbox" data-switch>
    <input type="hidden" name={otherChoice.name} value={otherChoice.id} />
    <label for={`resident-${messenger}`}>{MESSENGER_WORDS[messenger].name}</label>
    <select id={`resident-${messenger}`} name={messenger}>
      {residentsOf(messenger).map(({ id, name }) => (
        <option value={id} selected={id === chosenId}>
          {name}
        </option>
      ))}
    </select>
    <button class="quiet-button" type="submit">
      Показати
    </button>
  </form>
);
