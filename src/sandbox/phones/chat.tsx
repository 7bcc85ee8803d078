import type { FC } from 'hono/jsx';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import { localDay } from '../../lib/city-time.js';
import type { Messenger } from '../emulators/emulator-feed.js';
import type { PhoneMessage } from '../emulators/phone-message.js';
import { Bubble } from './bubble.js';
import { groupBubbles } from './bubble-groups.js';
import { MESSENGER_WORDS } from './messenger-words.js';

/** The bubbles of a chat, day by day. */
export const Chat: FC<{ messenger: Messenger; messages: readonly PhoneMessage[]; action: string }> = ({
  messenger,
  messages,
  action,
}) => {
  if (messages.length === 0) {
    return (
      <div class="chat-empty" data-key="empty">
        Тут ще порожньо. Натисніть «{MESSENGER_WORDS[messenger].start}» унизу екрана.
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
