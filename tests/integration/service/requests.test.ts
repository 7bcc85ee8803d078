import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident } from '../../support/resident.js';
import { aWorld, type World } from '../../support/world.js';

interface AppealItems {
  readonly items: readonly {
    readonly number: string;
    readonly kind: string;
    readonly dueAt: string | null;
  }[];
}

/** A Telegram chat takes a message a second, and this is a long talk. */
const SLOW_MS = 90_000;

let world: World;

beforeAll(async () => {
  world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
  await world.start();
});
afterAll(() => world.close());

/** A draft act whose discussion is open for long. @returns its id */
async function aDraft(): Promise<string> {
  const { body } = await world.api<{ readonly id: string }>('POST', '/publications', {
    kind: 'act',
    topic: 'acts',
    title: `Про правила благоустрою ${Math.random()}`,
    text: 'Текст проєкту',
    publishedAt: new Date().toISOString(),
    act: {
      issuer: 'executive-committee',
      stage: 'draft',
      number: `${Date.now()}`,
      date: '2099-12-31',
      discussionUntil: '2099-12-01',
    },
  });
  return body.id;
}

describe.each(['telegram', 'viber'] as const)('in %s', (messenger) => {
  it(
    'a request for information, a comment on a draft and a wish for a call are taken, each with its own words',
    async () => {
      const maria = aResident(world.emulators, messenger, 'Марія');
      await maria.sees('Вітаємо!');
      maria.say('/help');
      await maria.sees('Ми ніколи не просимо');
      await maria.press('Подзвоніть мені');
      await maria.sees('За яким номером зателефонувати?');
      await maria.press('Надіслати мій номер');
      await maria.sees('Записали номер +');

      maria.say('/help');
      await maria.sees('Ми ніколи не просимо');
      await maria.press('Запит на інформацію');
      await maria.sees('Відповідь – не пізніше');
      maria.say('Прошу надати перелік договорів');
      await maria.sees('Записали');
      await maria.press('Далі');
      await maria.sees('Додайте фото');
      await maria.press('Без фото');
      await maria.sees('стаття 19');
      maria.say('Іваненко Марія Петрівна');
      await maria.sees('поштову або електронну адресу');
      maria.say('maria@example.ua');
      await maria.sees('Запитувач: Іваненко Марія Петрівна, maria@example.ua');
      await maria.press('Надіслати');
      const request = /З-\d{4}-\d{6}/.exec((await maria.sees('Номер: З-')).text ?? '')?.[0];

      const draft = await aDraft();
      if (messenger === 'telegram') world.emulators.telegram.phone(maria.id).start(`draft-${draft}`);
      else world.emulators.viber.phone(maria.id).open(`draft-${draft}`);
      if (messenger === 'telegram') {
        await maria.sees('Вітаємо!');
        await maria.press('Ні, лише звернення');
      }
      await maria.sees('Проєкт рішення виконавчого комітету: Про правила благоустрою');
      await maria.press('Надіслати зауваження');
      await maria.sees('Напишіть зауваження або пропозицію до проєкту');
      maria.say('Пропоную доповнити пункт 3');
      await maria.sees('Записали');
      await maria.press('Далі');
      await maria.sees('Додайте фото');
      await maria.press('Без фото');
      await maria.sees('Подати від імені Іваненко Марія Петрівна?');
      await maria.press('Так');
      await maria.sees('Проєкт: Про правила благоустрою');
      await maria.press('Надіслати');
      const comment = /П-\d{4}-\d{6}/.exec((await maria.sees('Номер: П-')).text ?? '')?.[0];

      const { body } = await world.api<AppealItems>('GET', '/appeals?limit=100');
      const kept = new Map(body.items.map((item) => [item.number, item]));
      expect(kept.get(request ?? '')).toMatchObject({ kind: 'information-request' });
      expect(kept.get(request ?? '')?.dueAt).toEqual(expect.any(String));
      expect(kept.get(comment ?? '')).toMatchObject({ kind: 'draft-comment', dueAt: null });
    },
    SLOW_MS,
  );
});
