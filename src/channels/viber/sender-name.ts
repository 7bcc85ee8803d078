import { splitText } from '../../lib/split-text.js';

/** https://developers.viber.com/docs/api/rest-bot-api/#send-message: `sender.name` */
const NAME_MAX = 28;
const FALLBACK_NAME = 'Міська рада';

/**
 * The name over every message: the configured one, else the account's, else «Міська рада»; cut at 28 characters on
 * a word border.
 */
export function viberSenderName(configured: string | undefined, accountName: string | undefined): string {
  const name = configured?.trim() || accountName?.trim() || FALLBACK_NAME;
  return splitText(name, NAME_MAX)[0] ?? FALLBACK_NAME;
}
