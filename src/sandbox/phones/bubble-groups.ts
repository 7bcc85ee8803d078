import type { PhoneMessage } from '../emulators/phone-message.js';
import type { BubbleMessages } from './bubble.js';

/** Messages as bubbles: neighbours of one album make one. */
export function groupBubbles(messages: readonly PhoneMessage[]): readonly BubbleMessages[] {
  const groups: [PhoneMessage, ...PhoneMessage[]][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last && message.albumId !== undefined && last[0].albumId === message.albumId) last.push(message);
    else groups.push([message]);
  }
  return groups;
}
