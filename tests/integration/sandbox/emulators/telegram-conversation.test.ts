import { Api, Bot, GrammyError, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';
import { pngPicture } from './png-picture.js';

let emulators: Emulators;
let api: Api;

beforeEach(async () => {
  emulators = await startEmulators();
  api = new Api(emulators.telegram.token, { apiRoot: emulators.telegram.apiRoot });
});
afterEach(() => emulators.close());

/** A resident who has pressed START. */
function started(name = 'Олена') {
  const { id } = emulators.telegram.addPerson({ name, status: 'active' });
  return { phone: emulators.telegram.phone(id), chatId: Number(id) };
}

describe('sending', () => {
  it('shows the resident a formatted message', async () => {
    const { phone, chatId } = started();
    const sent = await api.sendMessage(chatId, 'Воду <b>вимкнено</b> 💧', { parse_mode: 'HTML' });
    expect(sent.text).toBe('Воду вимкнено 💧');
    expect(sent.entities).toEqual([{ type: 'bold', offset: 5, length: 8 }]);
    expect(phone.messages().at(-1)).toMatchObject({
      id: String(sent.message_id),
      from: 'bot',
      kind: 'text',
      text: 'Воду вимкнено 💧',
    });
  });

  it('takes an uploaded photo once and sends it again by its file_id', async () => {
    const first = started('Перша');
    const second = started('Друга');
    const sent = await api.sendPhoto(first.chatId, new InputFile(pngPicture(640, 480)), { caption: 'Парк' });
    const fileId = sent.photo.at(-1)?.file_id ?? '';
    await api.sendPhoto(second.chatId, fileId);
    expect(sent.photo.at(-1)).toMatchObject({ width: 640, height: 480 });
    expect(second.phone.messages().at(-1)).toMatchObject({ kind: 'photo' });
    const { file_path: path } = await api.getFile(fileId);
    const { apiRoot, token } = emulators.telegram;
    const download = await fetch(`${apiRoot}/file/bot${token}/${path}`);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(pngPicture(640, 480));
  });

  it.each([
    ['an unknown token', () => new Api('1:wrong', { apiRoot: emulators.telegram.apiRoot }).getMe(), 401],
    ['a chat nobody has', () => api.sendMessage(404, 'Вітаємо'), 400],
    ['an empty text', () => api.sendMessage(started().chatId, ''), 400],
    ['a text of 4097 units', () => api.sendMessage(started().chatId, 'а'.repeat(4097)), 400],
  ])('refuses %s', async (_what, call, code) => {
    await expect(call()).rejects.toMatchObject({ error_code: code });
  });

  it('refuses a resident who blocked the bot, and says so in the words of the server', async () => {
    const { phone, chatId } = started();
    phone.block();
    await expect(api.sendMessage(chatId, 'Вітаємо')).rejects.toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
  });

  it('answers 429 with retry_after when one chat gets messages too fast', async () => {
    const { chatId } = started();
    const sends = Array.from({ length: 5 }, (_, index) => api.sendMessage(chatId, `№ ${index}`));
    const failures = (await Promise.allSettled(sends)).flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(GrammyError);
      expect(failure).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    }
  });
});

describe('receiving by long polling', () => {
  beforeEach(async () => {
    await emulators.close();
    emulators = await startEmulators({ limits: { telegram: false } });
    api = new Api(emulators.telegram.token, { apiRoot: emulators.telegram.apiRoot });
  });

  it('carries a whole conversation: start, an inline button, a key, an edit', async () => {
    const bot = new Bot(emulators.telegram.token, { client: { apiRoot: emulators.telegram.apiRoot } });
    bot.command('start', async (context) => {
      await context.reply(`Вітаємо: ${context.match}`, {
        reply_markup: new InlineKeyboard().text('Так, погоджуюся', 'consent:yes'),
      });
    });
    bot.callbackQuery('consent:yes', async (context) => {
      await context.answerCallbackQuery('Дякуємо');
      await context.editMessageText('Згоду записано');
      await context.reply('Меню', { reply_markup: new Keyboard().text('Мої звернення').resized() });
    });
    bot.hears('Мої звернення', (context) => context.reply('Звернень немає'));
    bot.on('edited_message:text', (context) => context.reply(`Змінено: ${context.editedMessage.text}`));
    const { id } = emulators.telegram.addPerson({ name: 'Олена' });
    const phone = emulators.telegram.phone(id);
    const running = bot.start();

    phone.start('poster');
    const welcome = await emulators.seen('telegram', id, ({ text }) => text === 'Вітаємо: poster');
    expect(phone.press(welcome.id, 'Так, погоджуюся')).toEqual({ did: 'told-bot' });
    await emulators.seen('telegram', id, ({ text }) => text === 'Згоду записано');
    await emulators.seen('telegram', id, ({ text }) => text === 'Меню');
    phone.pressKey('Мої звернення');
    await emulators.seen('telegram', id, ({ text }) => text === 'Звернень немає');
    const own = phone.messages().findLast(({ from }) => from === 'person');
    phone.editMessage(own?.id ?? '', 'Ліхтар');
    await emulators.seen('telegram', id, ({ text }) => text === 'Змінено: Ліхтар');

    await bot.stop();
    await running;
  });

  it('ends the older of two polls with a conflict', async () => {
    const first = api.getUpdates({ timeout: 30 });
    const refused = expect(first).rejects.toMatchObject({ error_code: 409 });
    await api.getUpdates({ timeout: 0 });
    await refused;
  });

  it('repeats updates until they are confirmed by an offset', async () => {
    const { phone } = started();
    phone.say('Ліхтар не світить');
    const [update] = await api.getUpdates();
    expect(await api.getUpdates()).toEqual([update]);
    expect(await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 })).toEqual([]);
  });

  it('tells the bot that a resident blocked and unblocked it', async () => {
    const { phone } = started();
    phone.block();
    phone.unblock();
    const updates = await api.getUpdates();
    expect(updates.map(({ my_chat_member: change }) => change?.new_chat_member.status)).toEqual([
      'kicked',
      'member',
    ]);
  });
});
