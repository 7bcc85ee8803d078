import type { ResidentEvent } from './inbound-event.js';

/**
 * A session is this long from a person's last message: what the bot says in it is free.
 * @see https://help.viber.com/hc/en-us/articles/15247629658525
 */
const SESSION_MS = 24 * 60 * 60_000;
/** Counted as over so much earlier: a message leaves some seconds after it was looked at, and clocks differ. */
const RESERVE_MS = 60_000;

/** Who was heard from after this moment is in a session now. @param now the real clock: Viber does not know the city's */
export function sessionsSince(now: Date): Date {
  return new Date(now.getTime() - SESSION_MS + RESERVE_MS);
}

/**
 * When this event opened, or prolonged, a Viber session; undefined when it did not. A pressed button comes as the person's
 * message. Opening the chat and subscribing are no messages. Telegram knows no sessions, so nothing is kept for it.
 */
export function sessionOpenedAt({ kind, person, at }: ResidentEvent): Date | undefined {
  return person.channel === 'viber' && (kind === 'message' || kind === 'button') ? at : undefined;
}
