import type { FC } from 'hono/jsx';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import { localDay } from '../../lib/city-time.js';
import { type Resident, residentsOf } from '../demonstration/residents.js';
import type { Messenger } from '../emulators/emulator-feed.js';
import type { PersonStatus } from '../emulators/person.js';
import type { PhoneMessage } from '../emulators/phone-message.js';
import { Bubble } from './bubble.js';
import { groupBubbles } from './bubble-groups.js';
import { Composer } from './composer.js';
import { Keyboard } from './keyboard.js';
import type { PhoneScreen } from './phones.js';

/** Words of one messenger's phone. */
const WORDS = {
  telegram: { name: 'Telegram', start: 'Почати', about: 'бот' },
  viber: { name: 'Viber', start: 'Відкрити чат', about: 'Зазвичай відповідає одразу' },
} as const satisfies Readonly<Record<Messenger, object>>;

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
  const { name } = WORDS[messenger];
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
            data-live="list"
            role="log"
            aria-label={`Чат у ${name}`}
            tabindex={0}
          >
            <Chat messenger={messenger} messages={messages} action={action} />
          </div>
          <div id={`bottom-${messenger}`} data-live="region">
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
    <label for={`resident-${messenger}`}>{WORDS[messenger].name}</label>
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

const ChatHeader: FC<{ messenger: Messenger; action: string; status: PersonStatus }> = ({
  messenger,
  action,
  status,
}) => (
  <header class="chat-header">
    <span class="chat-avatar" aria-hidden="true" />
    <p class="chat-title">
      <b>Ніжинська міська рада</b>
      <span>{WORDS[messenger].about}</span>
    </p>
    <div id={`menu-${messenger}`} data-live="region" class="chat-menu">
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

const StartBar: FC<{ messenger: Messenger; action: string; status: PersonStatus }> = ({
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
        {blocked ? 'Розблокувати' : WORDS[messenger].start}
      </button>
    </form>
  );
};

const Chat: FC<{ messenger: Messenger; messages: readonly PhoneMessage[]; action: string }> = ({
  messenger,
  messages,
  action,
}) => {
  if (messages.length === 0) {
    return (
      <div class="chat-empty" data-key="empty">
        Тут ще порожньо. Натисніть «{WORDS[messenger].start}» унизу екрана.
      </div>
    );
  }
  let day = '';
  return (
    <>
      {groupBubbles(messages).map((bubble) => {
        const bubbleDay = localDay(new Date(bubble[0].sentAt));
        const isNewDay = bubbleDay !== day;
        day = bubbleDay;
        const repliedTo = messages.find(({ id }) => id === bubble[0].repliesTo);
        return (
          <>
            {isNewDay && (
              <div class="chat-day" data-key={`${messenger}-${bubbleDay}`}>
                <span>{dayAndMonth(bubbleDay)}</span>
              </div>
            )}
            <Bubble {...{ messenger, messages: bubble, action, repliedTo }} />
          </>
        );
      })}
    </>
  );
};
