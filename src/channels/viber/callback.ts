import { z } from 'zod';
import { parseViberJson } from './message-token.js';

/**
 * The fields of a callback that we read (https://developers.viber.com/docs/api/rest-bot-api/#callbacks). Lenient on
 * purpose: a field of an unexpected shape is as good as absent, because the callback was kept.
 */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = lenient(z.string());
const number = lenient(z.number());
const token = lenient(z.union([z.string(), z.number().transform(String)]));

const user = z.object({ id: z.string().min(1), name: text });

const message = z.object({
  type: z.string().catch(''),
  text,
  media: text,
  file_name: text,
  size: number,
  duration: number,
  contact: lenient(z.object({ phone_number: text })),
  location: lenient(z.object({ lat: z.number(), lon: z.number() })),
});

const callback = z.object({
  event: z.string(),
  timestamp: number,
  message_token: token,
  user_id: text,
  user: lenient(user),
  sender: lenient(user),
  subscribed: lenient(z.boolean()),
  context: text,
  desc: text,
  message: lenient(message),
});

export type ViberMessage = z.infer<typeof message>;
export type ViberCallback = z.infer<typeof callback>;

/** A callback as far as we understand it; undefined when the body is no JSON object with a text `event`. */
export function parseCallback(body: string): ViberCallback | undefined {
  try {
    return callback.safeParse(parseViberJson(body)).data;
  } catch {
    return undefined;
  }
}

/** Whom a callback is about; '' when it names nobody. */
export function callbackPerson({ user_id, user, sender }: ViberCallback): string {
  return sender?.id ?? user?.id ?? user_id ?? '';
}
