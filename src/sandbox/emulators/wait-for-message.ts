import type { EmulatorFeed } from './emulator-feed.js';
import type { PhoneMessage } from './phone-message.js';

/**
 * Resolves with the first message that matches, now or when the feed next says something changed.
 *
 * @param deadlineMs then it rejects, saying what is on the phone instead
 */
export function waitForMessage(
  feed: EmulatorFeed,
  messages: () => readonly PhoneMessage[],
  matches: (message: PhoneMessage) => boolean,
  deadlineMs: number,
): Promise<PhoneMessage> {
  return new Promise((resolve, reject) => {
    const stop = feed.listen(() => look());
    const timer = setTimeout(() => {
      stop();
      const shown = messages().map(({ from, text }) => `${from}: ${text}`);
      reject(new Error(`no such message in ${deadlineMs} ms; the phone shows:\n${shown.join('\n')}`));
    }, deadlineMs);
    const look = () => {
      const found = messages().find(matches);
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    look();
  });
}
