import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../../src/storage/connection.js';
import { aResident, type Resident } from '../../support/resident.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';
import { findEverywhere, isInFiles } from './raw-dump.js';

/** Words that stand nowhere else: one for each way into the service. */
const NAME = 'Зореслава';
const OWN_NAME = 'Зорянка';
const SAVED_NAME = 'Збережена';
const SAVED_PLACE = 'Збережинська';
const APPLICANT = 'Мирослава';
const RESIDENCE = 'Мирославська';
const APPEAL = 'Обвалився';
const SECRET = 'Нишком';
const UNFINISHED = 'Недописане';
const FILE_BYTES = 'bytes of somebody’s only photo';
const PHONES = { telegram: '+380671112233', viber: '+380671112244' } as const;

describe('«Видалити» takes a person out of everything but what the law keeps', () => {
  let world: World;
  let connection: Connection;

  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
    connection = await connectDatabase(readFileSync(join(world.dataDir, 'mongodb.uri'), 'utf8').trim());
  });
  afterAll(async () => {
    await connection.close();
    await world.close();
  });

  it.each(['telegram', 'viber'] as const)(
    'in %s',
    async (messenger) => {
      const resident = aResident(world.emulators, messenger, `${NAME} ${messenger}`);
      const phone = PHONES[messenger];
      const words = (word: string) => `${word}-${messenger}`;
      await subscribes(resident);
      await getsNews(resident, words('Новина'));
      await correctsData(resident, words);
      const number = await handsIn(resident, words(APPEAL), 'Офіційно', words);
      const secret = await handsIn(resident, words(SECRET), 'Анонімно', words);
      await asksForACall(resident, phone);
      await takesACopy(resident, messenger);
      await beginsAForm(resident, messenger, words(UNFINISHED));
      await until('the file to arrive', () => isInFiles(world.dataDir, words(FILE_BYTES)));
      for (const word of [
        `${NAME} ${messenger}`,
        ...[OWN_NAME, SAVED_NAME, SECRET, UNFINISHED].map(words),
        phone,
      ])
        expect(await findEverywhere(connection, word), word).not.toEqual([]);

      await erasesThemselves(resident);
      const receipt = await resident.sees('Номер підтвердження: ВД-');
      expect(receipt.text).toContain(`Зберігаємо, бо цього вимагає закон: ${number}. Строк – 5 років`);
      expect(receipt.text).not.toContain(secret);

      const everywhere = (word: string) => findEverywhere(connection, word);
      await until(
        'the last update to be emptied',
        async () => (await everywhere(`${NAME} ${messenger}`)).length === 0,
      );
      for (const word of [OWN_NAME, SAVED_NAME, SAVED_PLACE, SECRET, UNFINISHED].map(words))
        expect(await everywhere(word), word).toEqual([]);
      expect(await everywhere(phone)).toEqual([]);
      expect(await isInFiles(world.dataDir, words(FILE_BYTES))).toBe(false);
      for (const word of [APPLICANT, RESIDENCE, APPEAL].map(words))
        expect(await everywhere(word), word).toEqual(['appeals ×1']);

      const delivery = await connection.collection('deliveries').findOne({ channel: messenger });
      expect(delivery).toMatchObject({ address: 'removed', status: expect.stringMatching(/sent|delivered/) });
      const signal = await connection.collection('appeals').findOne({ number: secret });
      expect(signal).toMatchObject({ status: 'withdrawn', subject: '[видалено]', stems: [] });
    },
    60_000,
  );

  it('answers an open appeal all the same, and signs nobody up from a list', async () => {
    const { body } = await world.api<{ items: { number: string; channel: string }[] }>(
      'GET',
      '/appeals?channel=telegram',
    );
    const number = body.items.find((one) => one.number.startsWith('Н'))?.number ?? '';
    const person = world.emulators.telegram.people().find(({ name }) => name.startsWith(NAME));
    const phone = () => world.emulators.telegram.phone(person?.id ?? '').messages();
    await world.api('POST', `/appeals/${encodeURIComponent(number)}/reply`, { text: 'Полагодили.' });
    await until('the answer', () => phone().some(({ text }) => text?.includes('Полагодили.')));
    const line = JSON.stringify({ channel: 'telegram', address: person?.id });
    await world.api('POST', '/subscribers/import', line);
    const { body: list } = await world.api<{ items: unknown[] }>('GET', '/subscribers?status=active');
    expect(list.items).toEqual([]);
  });

  async function subscribes(resident: Resident) {
    await resident.sees('Вітаємо!');
    await resident.press('Так, погоджуюся');
    await resident.sees('Що вам надсилати?');
    await resident.press('Усі теми');
    await resident.sees('Готово.');
    await resident.press('Меню');
    await resident.sees('Чим можемо допомогти?');
  }

  async function getsNews(resident: Resident, title: string) {
    const draft = { kind: 'news', title, text: 'Текст новини', delivery: 'instant' };
    const { body } = await world.api<{ id: string; hash: string }>('POST', '/broadcasts', draft);
    await world.api('POST', `/broadcasts/${body.id}/approve`, { hash: body.hash, undoSeconds: 0 });
    await resident.sees(title);
  }

  async function correctsData(resident: Resident, words: (word: string) => string) {
    for (const [label, value] of [
      ['Прізвище, ім’я, по батькові', `${words(SAVED_NAME)} Особа`],
      ['Місце проживання', `вул. ${words(SAVED_PLACE)}, 1`],
      ['Ім’я в профілі', words(OWN_NAME)],
    ] as const) {
      resident.say('/data');
      await resident.sees('Мої дані: канал');
      await resident.press('Виправити');
      await resident.sees('Що виправити?');
      await resident.press(label);
      await resident.sees('Напишіть');
      resident.say(value);
      await resident.sees('Виправили:');
    }
  }

  async function handsIn(resident: Resident, text: string, door: string, words: (word: string) => string) {
    resident.say('/appeal');
    await resident.sees('Опишіть своїми словами');
    resident.say(`${text} дах над нашою зупинкою`);
    await resident.sees('Записали');
    await resident.press('Далі');
    await resident.sees('Про що ваше звернення?');
    await resident.press('Інше');
    await resident.sees('Додайте фото');
    await resident.press('Без фото');
    await resident.sees('Як подати?');
    await resident.press(door);
    if (door === 'Офіційно') {
      await resident.sees('Подати від імені');
      await resident.press('Змінити');
      await resident.sees('Напишіть прізвище');
      resident.say(`${words(APPLICANT)} Марія Петрівна`);
      await resident.sees('Напишіть місце проживання');
      resident.say(`вул. ${words(RESIDENCE)}, 12`);
    }
    await resident.sees('Перевірте, будь ласка');
    await resident.press('Надіслати');
    const ofSeries = door === 'Офіційно' ? /Н-\d{4}-\d{6}/u : /С-\d{4}-\d{6}/u;
    const said = await until('the number', () => resident.texts().find((one) => ofSeries.test(one)));
    return ofSeries.exec(said)?.[0] ?? '';
  }

  async function asksForACall(resident: Resident, phone: string) {
    resident.say('/help');
    await resident.sees('Телефон');
    await resident.press('Подзвоніть мені');
    await resident.sees('За яким номером');
    resident.say(phone);
    await resident.sees('Записали номер');
  }

  async function beginsAForm(resident: Resident, messenger: 'telegram' | 'viber', text: string) {
    resident.say('/appeal');
    await resident.sees('Опишіть своїми словами');
    resident.say(text);
    await resident.sees('Записали');
    const bytes = new TextEncoder().encode(`${FILE_BYTES}-${messenger}`);
    const file = { bytes, fileName: 'опис.txt', contentType: 'text/plain' };
    if (messenger === 'telegram') world.emulators.telegram.phone(resident.id).sendDocument(file);
    else world.emulators.viber.phone(resident.id).sendFile(file);
    await resident.sees('Записали');
  }

  /** This world has no outside address, so Viber gets words instead of a link. */
  async function takesACopy(resident: Resident, messenger: 'telegram' | 'viber') {
    resident.say('/data');
    await resident.sees('Мої дані: канал');
    await resident.press('Отримати копію');
    if (messenger === 'viber') await resident.sees('Копія ваших даних');
    else
      await until(
        'two files',
        () => resident.files().filter((name) => /^мої-дані-.*\.(txt|json)$/.test(name)).length === 2,
      );
  }

  async function erasesThemselves(resident: Resident) {
    resident.say('/data');
    await resident.sees('Мої дані: канал');
    await resident.press('Видалити');
    await resident.sees('Видалимо профіль і теми.');
    await resident.press('Так, видалити');
  }
});
