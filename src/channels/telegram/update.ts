import { z } from 'zod';

/**
 * The fields of an update that we read (https://core.telegram.org/bots/api#update). Lenient on purpose: a field of
 * an unexpected shape is as good as absent, because the update was kept and the person must get an answer.
 */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = lenient(z.string());
const number = lenient(z.number());
/** Its presence is all we need to know */
const anything = z.unknown().optional();

const user = z.object({ id: z.number().int(), first_name: text, last_name: text });
const chat = z.object({ id: z.number().int(), type: z.string() });
const file = z.object({
  file_id: z.string().min(1),
  file_name: text,
  mime_type: text,
  file_size: number,
  duration: number,
  /** Of photos */
  width: number,
  height: number,
});

/** Loose: its other fields tell a message nobody wrote (`service-message.ts`) */
const message = z.looseObject({
  message_id: z.number().int(),
  date: number,
  edit_date: number,
  chat,
  from: lenient(user),
  text,
  caption: text,
  media_group_id: text,
  reply_to_message: lenient(z.object({ message_id: z.number().int() })),
  photo: lenient(z.array(file)),
  live_photo: lenient(file),
  voice: lenient(file),
  audio: lenient(file),
  video: lenient(file),
  video_note: lenient(file),
  document: lenient(file),
  location: lenient(z.object({ latitude: z.number(), longitude: z.number() })),
  contact: lenient(z.object({ phone_number: text })),
  animation: anything,
  sticker: anything,
  dice: anything,
  game: anything,
});

const callbackQuery = z.object({
  id: z.string(),
  from: user,
  data: text,
  message: lenient(z.object({ message_id: z.number().int(), chat })),
});

const chatMember = z.object({
  chat,
  from: lenient(user),
  date: number,
  new_chat_member: z.object({ status: z.string() }),
});

const update = z.object({
  update_id: z.number().int(),
  message: lenient(message),
  edited_message: lenient(message),
  callback_query: lenient(callbackQuery),
  my_chat_member: lenient(chatMember),
});

export type TelegramUser = z.infer<typeof user>;
export type TelegramFile = z.infer<typeof file>;
export type TelegramMessage = z.infer<typeof message>;
export type TelegramCallback = z.infer<typeof callbackQuery>;
export type TelegramChatMember = z.infer<typeof chatMember>;
export type TelegramUpdate = z.infer<typeof update>;

/** Kinds we ask Telegram for; `my_chat_member` would be missing from an explicit list without it. */
export const UPDATE_KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** An update as far as we understand it; undefined when the body is no JSON object with an integer `update_id`. */
export function parseUpdate(body: string): TelegramUpdate | undefined {
  try {
    return update.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
