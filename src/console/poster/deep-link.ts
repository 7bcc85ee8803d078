import type { ChannelId } from '../../domain/channel-id.js';

/** Telegram takes up to 64 of these signs behind `start=`; ours leave room. @see https://core.telegram.org/bots/features#deep-linking */
const SOURCE = /^[A-Za-z0-9_-]{1,40}$/;

/** A poster's own mark, by which subscribers who came from it can be told; undefined: not one. */
export function parseSource(typed: string): string | undefined {
  return SOURCE.test(typed) ? typed : undefined;
}

/**
 * Opens the chat with the council.
 *
 * @param address Telegram's user name or Viber's URI of the bot
 * @param source the poster's mark; the dialogue remembers it of a newcomer
 * @see https://developers.viber.com/docs/tools/deep-links/
 */
export function deepLink(channel: ChannelId, address: string, source: string | undefined): string {
  const bot = encodeURIComponent(address);
  if (channel === 'telegram') return `https://t.me/${bot}${source === undefined ? '' : `?start=${source}`}`;
  return `viber://pa?chatURI=${bot}${source === undefined ? '' : `&context=${source}`}`;
}
