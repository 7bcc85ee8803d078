import type { RawUpdate } from '../../services/intake/ports.js';
import { parseTelegram } from './parse.js';
import { parseUpdate } from './update.js';

/** What is stored of an update; undefined when the body is no update at all. */
export function rawTelegramUpdate(body: string): RawUpdate | undefined {
  const update = parseUpdate(body);
  if (!update) return undefined;
  const event = parseTelegram(body, new Date(0));
  const person = event && event.kind !== 'receipt' ? event.person.address : '';
  return { channel: 'telegram', key: String(update.update_id), person, body };
}
