import type { FC } from 'hono/jsx';
import { KYIV, localClock } from '../../lib/city-time.js';
import type { Messenger } from '../emulators/emulator-feed.js';
import type { PhoneMessage } from '../emulators/phone-message.js';
import { BubbleMedia } from './bubble-media.js';
import { FormattedText } from './formatted-text.js';
import { InlineKeyboard } from './inline-keyboard.js';
import { type MarkedText, readViberMarkup } from './viber-markup.js';

/** What is drawn as one bubble: one message, or the messages of one album. */
export type BubbleMessages = readonly [PhoneMessage, ...PhoneMessage[]];

interface BubbleProps {
  readonly messenger: Messenger;
  readonly messages: BubbleMessages;
  /** Address that presses of the inline buttons go to */
  readonly action: string;
  readonly repliedTo: PhoneMessage | undefined;
}

/** One bubble of the chat. */
export const Bubble: FC<BubbleProps> = ({ messenger, messages, action, repliedTo }) => {
  const [first] = messages;
  const worded = messages.find(({ text }) => text !== '') ?? first;
  const isOurs = first.from === 'person';
  return (
    <div
      class={`bubble bubble-${isOurs ? 'out' : 'in'} kind-${first.kind}`}
      data-key={`${messenger}-${first.id}`}
    >
      <div class="bubble-body">
        <span class="visually-hidden">{isOurs ? 'Ви:' : 'Міська рада:'}</span>
        {first.senderName !== undefined && !isOurs && <p class="bubble-sender">{first.senderName}</p>}
        {repliedTo !== undefined && <p class="bubble-reply">{shorten(repliedTo.text)}</p>}
        <BubbleMedia messages={messages} />
        {worded.text !== '' && (
          <p class="bubble-text">
            <FormattedText marked={markedText(messenger, worded)} />
          </p>
        )}
        <p class="bubble-time">
          {first.editedAt !== undefined && 'змінено '}
          <time datetime={first.sentAt}>{localClock(new Date(first.sentAt), KYIV)}</time>
          {isOurs && <span class="bubble-ticks" aria-hidden="true" />}
        </p>
      </div>
      <InlineKeyboard message={first} action={action} />
    </div>
  );
};

function markedText(messenger: Messenger, { from, text, entities }: PhoneMessage): MarkedText {
  return messenger === 'viber' && from === 'bot' ? readViberMarkup(text) : { text, entities };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text || 'Повідомлення';
}
