import { Api, InlineKeyboard, InputFile, InputMediaBuilder } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';
import type { TelegramPhone } from '../../../../src/sandbox/emulators/telegram/phone.js';
import { pngPicture } from './png-picture.js';

const HOUR_MS = 3600_000;

let emulators: Emulators;
let api: Api;
let phone: TelegramPhone;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.parse('2026-11-23T08:00:00Z');
  emulators = await startEmulators({ limits: { telegram: false }, now: () => new Date(nowMs) });
  const { telegram } = emulators;
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  phone = telegram.phone(telegram.addPerson({ name: 'Олена', status: 'active' }).id);
});
afterEach(() => emulators.close());

/** The description of the refusal. */
async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => 'no refusal',
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'description' in error ? String(error.description) : String(error);
}

describe('files', () => {
  it('go as an album: uploads and known file_ids together, with one caption', async () => {
    const known = await api.sendPhoto(phone.personId, new InputFile(pngPicture(20, 10)));
    const album = await api.sendMediaGroup(phone.personId, [
      InputMediaBuilder.photo(new InputFile(pngPicture(30, 10)), {
        caption: '<b>Парк</b>',
        parse_mode: 'HTML',
      }),
      InputMediaBuilder.photo(known.photo.at(-1)?.file_id ?? ''),
    ]);
    expect(album).toHaveLength(2);
    const [first, second] = phone.messages().slice(-2);
    expect(first).toMatchObject({ kind: 'photo', text: 'Парк', albumId: second?.albumId });
    expect(first?.albumId).toBeDefined();
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'an album of one',
      () => api.sendMediaGroup(phone.personId, [InputMediaBuilder.photo('x')]),
      'Bad Request: too few messages to send as an album',
    ],
    [
      'a photo that is no picture',
      () => api.sendPhoto(phone.personId, new InputFile(Buffer.from('не картинка'))),
      'Bad Request: IMAGE_PROCESS_FAILED',
    ],
    [
      'a photo as wide as a ribbon',
      () => api.sendPhoto(phone.personId, new InputFile(pngPicture(2100, 100))),
      'Bad Request: PHOTO_INVALID_DIMENSIONS',
    ],
    [
      'an address outside this machine',
      () => api.sendPhoto(phone.personId, 'https://city.example/a.jpg'),
      'Bad Request: failed to get HTTP URL content',
    ],
    [
      'a file_id nobody gave',
      () => api.sendPhoto(phone.personId, 'AgACAgIAAxkBunknown'),
      'Bad Request: wrong remote file identifier specified: Wrong string length',
    ],
    ['an unknown file', () => api.getFile('unknown'), 'Bad Request: invalid file_id'],
  ])('refuse %s', async (_what, call, description) => {
    expect(await refusal(call())).toBe(description);
  });

  it('of residents are downloaded up to 20 MB', async () => {
    phone.sendVoice({ bytes: Buffer.from('голос') });
    phone.sendDocument({ bytes: Buffer.alloc((20 << 20) + 1), fileName: 'скан.pdf' });
    const [voice, scan] = await api.getUpdates();
    const { file_path: path } = await api.getFile(voice?.message?.voice?.file_id ?? '');
    const { apiRoot, token } = emulators.telegram;
    expect(await (await fetch(`${apiRoot}/file/bot${token}/${path}`)).text()).toBe('голос');
    expect((await fetch(`${apiRoot}/file/bot1:wrong/${path}`)).status).toBe(401);
    expect(await refusal(api.getFile(scan?.message?.document?.file_id ?? ''))).toBe(
      'Bad Request: file is too big',
    );
  });
});

describe('edits', () => {
  it('change the text and drop the inline keyboard', async () => {
    const reply_markup = new InlineKeyboard().text('Так', 'yes');
    const { message_id: id } = await api.sendMessage(phone.personId, 'Вода о 9:00', { reply_markup });
    await api.editMessageText(phone.personId, id, 'Вода о 10:00');
    expect(phone.messages()).toMatchObject([
      { text: 'Вода о 10:00', buttons: [], editedAt: expect.any(String) },
    ]);
  });

  it('are refused in the words of the server', async () => {
    const { message_id: id } = await api.sendMessage(phone.personId, 'Вода о 9:00');
    const photo = await api.sendPhoto(phone.personId, new InputFile(pngPicture(9, 9)));
    phone.say('Дякую');
    const own = Number(phone.messages().at(-1)?.id);
    const edit = (messageId: number, text: string) =>
      refusal(api.editMessageText(phone.personId, messageId, text));
    expect(await edit(id, 'Вода о 9:00')).toMatch(/^Bad Request: message is not modified/);
    expect(await edit(1, 'Так')).toBe('Bad Request: message to edit not found');
    expect(await edit(own, 'Так')).toBe("Bad Request: message can't be edited");
    expect(await edit(photo.message_id, 'Так')).toBe('Bad Request: there is no text in the message to edit');
  });
});

describe('deletions', () => {
  it('take the message off the phone for 48 hours, and not later', async () => {
    const early = await api.sendMessage(phone.personId, 'Перше');
    const late = await api.sendMessage(phone.personId, 'Друге');
    await api.deleteMessage(phone.personId, early.message_id);
    nowMs += 48 * HOUR_MS + 1000;
    expect(await refusal(api.deleteMessage(phone.personId, late.message_id))).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
    expect(phone.messages()).toMatchObject([{ text: 'Друге' }]);
    expect(await refusal(api.deleteMessage(phone.personId, early.message_id))).toBe(
      'Bad Request: message to delete not found',
    );
  });

  it('of many ids skip those that are gone', async () => {
    const { message_id: id } = await api.sendMessage(phone.personId, 'Перше');
    expect(await api.deleteMessages(phone.personId, [id, 1])).toBe(true);
    expect(phone.messages()).toEqual([]);
  });
});

describe('presses', () => {
  it('are answered with a toast within a minute', async () => {
    const notices: string[] = [];
    emulators.feed.listen((event) => {
      if (event.type === 'notice') notices.push(event.text);
    });
    const reply_markup = new InlineKeyboard().text('Так', 'yes');
    const { message_id: id } = await api.sendMessage(phone.personId, 'Вирішено?', { reply_markup });
    phone.press(String(id), 'Так');
    const [update] = await api.getUpdates();
    const queryId = update?.callback_query?.id ?? '';
    await api.answerCallbackQuery(queryId, { text: 'Дякуємо' });
    expect(notices).toEqual(['Дякуємо']);
    nowMs += 61_000;
    expect(await refusal(api.answerCallbackQuery(queryId))).toMatch(/query is too old/);
  });
});

describe('the bot', () => {
  it('keeps commands, texts and the menu button', async () => {
    await api.setMyCommands([{ command: 'start', description: 'Почати' }], { language_code: 'uk' });
    await api.setMyName('Вісник Ніжина');
    await api.setMyShortDescription('Новини й звернення');
    await api.setChatMenuButton({ menu_button: { type: 'commands' } });
    expect(await api.getMyCommands({ language_code: 'uk' })).toEqual([
      { command: 'start', description: 'Почати' },
    ]);
    expect(await api.getMyName()).toEqual({ name: 'Вісник Ніжина' });
    const wrong = [{ command: 'Почати', description: 'Почати' }];
    expect(await refusal(api.setMyCommands(wrong))).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect(await refusal(api.setMyName('а'.repeat(65)))).toBe('Bad Request: bot name is too long');
  });

  it('knows who it is and whom it talks to', async () => {
    expect(await api.getMe()).toMatchObject({ id: 7000000001, is_bot: true });
    expect(await api.getChat(phone.personId)).toMatchObject({ type: 'private', first_name: 'Олена' });
    expect(await api.sendChatAction(phone.personId, 'typing')).toBe(true);
  });
});

describe('requests', () => {
  const call = async (path: string, init?: RequestInit) => {
    const { apiRoot, token } = emulators.telegram;
    const response = await fetch(`${apiRoot}/bot${token}/${path}`, init);
    return { status: response.status, body: await response.json() };
  };

  it('may be a query or a form, with the method in any letter case', async () => {
    const query = `SENDMESSAGE?chat_id=${phone.personId}&text=Вітаємо`;
    expect(await call(query)).toMatchObject({ status: 200, body: { ok: true } });
    const body = new URLSearchParams({ chat_id: phone.personId, text: 'Вітаємо' });
    expect(await call('sendMessage', { method: 'POST', body })).toMatchObject({ status: 200 });
  });

  it('of an unknown method get 404, broken JSON gets 400', async () => {
    expect(await call('sendHologram')).toEqual({
      status: 404,
      body: { ok: false, error_code: 404, description: 'Not Found' },
    });
    const headers = { 'content-type': 'application/json' };
    expect(await call('sendMessage', { method: 'POST', headers, body: '{"chat' })).toMatchObject({
      status: 400,
    });
  });

  it('go to strangers, deactivated people and strange ids in vain', async () => {
    const { telegram } = emulators;
    const stranger = telegram.addPerson();
    const gone = telegram.addPerson({ status: 'deactivated' });
    expect(await refusal(api.sendMessage(stranger.id, 'Так'))).toBe('Bad Request: chat not found');
    expect(await refusal(api.sendMessage(gone.id, 'Так'))).toBe('Forbidden: user is deactivated');
    expect(await refusal(api.sendMessage('', 'Так'))).toBe('Bad Request: chat_id is empty');
  });
});
