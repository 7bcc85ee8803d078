import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident, type Resident } from '../../support/resident.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

interface AppealJson {
  readonly number: string;
  readonly status: string;
  readonly dueAt: string;
  readonly messages: readonly {
    readonly from: string;
    readonly text: string;
    readonly notice: string | null;
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

const pathOf = (number: string) => `/appeals/${encodeURIComponent(number)}`;
const act = (number: string, action: string, body?: object) =>
  world.api<AppealJson>('POST', `${pathOf(number)}/${action}`, body);
const read = async (number: string) => (await world.api<AppealJson>('GET', pathOf(number))).body;

/** A resident writes an official appeal. @returns its number */
async function writes(resident: Resident, problem: string): Promise<string> {
  await resident.sees('Вітаємо!');
  await resident.press('Ні, лише звернення');
  await resident.sees('Опишіть своїми словами');
  resident.say(problem);
  await resident.sees('Записали');
  await resident.press('Далі');
  await resident.sees('Де це?');
  await resident.press('Місце не потрібне');
  await resident.sees('Додайте фото');
  await resident.press('Без фото');
  await resident.sees('Як подати?');
  await resident.press('Офіційно');
  await resident.sees('Напишіть прізвище');
  resident.say('Іваненко Марія Петрівна');
  await resident.sees('Напишіть місце проживання');
  resident.say('м. Ніжин, вул. Шевченка, 12');
  await resident.sees('Перевірте, будь ласка');
  await resident.press('Надіслати');
  return /Н-\d{4}-\d{6}/.exec((await resident.sees('Номер: ')).text ?? '')?.[0] ?? '';
}

describe.each(['telegram', 'viber'] as const)('what the resident is told in %s', (messenger) => {
  it(
    'of a longer term, a question, neighbours and a refusal, in the order they happen',
    async () => {
      const maria = aResident(world.emulators, messenger, 'Марія');
      const petro = aResident(world.emulators, messenger, 'Петро');
      const [number, other] = await Promise.all([
        writes(maria, 'Не горить ліхтар на розі'),
        writes(petro, 'Темно, ліхтар не світить'),
      ]);

      const extended = await act(number, 'extend', { reason: 'потрібне обстеження мережі' });
      expect([extended.status, extended.body.status]).toEqual([200, 'extended']);
      await maria.sees(`Розгляд звернення ${number} продовжено до `);
      expect(maria.texts().at(-1)).toContain('Причина: потрібне обстеження мережі.');
      expect((await act(number, 'extend', { reason: 'ще' })).status).toBe(409);

      await act(other, 'merge', { into: number });
      await maria.sees('Про те саме написали й інші мешканці: 1 звернення.');
      await petro.sees(`Ваш номер ${other} і строк відповіді`);

      await act(number, 'ask', { question: 'Який номер опори?' });
      await maria.sees(`Запитання щодо звернення ${number}: Який номер опори? Напишіть відповідь тут.`);
      maria.say('Опора 14, біля аптеки');
      await maria.sees('Дякуємо, передали працівнику.');
      const answered = await until('the answer to the question', async () => {
        const appeal = await read(number);
        return appeal.status === 'in-progress' && appeal;
      });
      expect(answered.messages.at(-1)).toMatchObject({ from: 'citizen', text: 'Опора 14, біля аптеки' });

      await act(number, 'note', { text: 'Таємниця відділу' });
      const refused = await act(number, 'reject', { as: 'refused', reason: 'Ліхтар належить області.' });
      expect(refused.body.status).toBe('refused');
      await maria.sees('З рішенням можна не погодитися: оскаржити до Ніжинської міської ради або до суду.');
      expect(maria.texts().join('\n')).not.toContain('Таємниця');
      expect(petro.texts().join('\n')).not.toContain('Ліхтар належить');
    },
    SLOW_MS,
  );
});

describe('an answer written while another one came', () => {
  it(
    'is refused with what is new, and sent once its writer has seen that',
    async () => {
      const olha = aResident(world.emulators, 'telegram', 'Ольга');
      const number = await writes(olha, 'Яма на дорозі');
      expect((await act(number, 'reply', { text: 'Перша відповідь', seen: 1 })).status).toBe(200);
      const late = await world.api<{ code: string; newMessages: { text: string }[] }>(
        'POST',
        `${pathOf(number)}/reply`,
        { text: 'Друга відповідь', seen: 1 },
      );
      expect([late.status, late.body.code]).toEqual([409, 'appeal.new-messages']);
      expect(late.body.newMessages).toMatchObject([{ text: 'Перша відповідь' }]);
      expect((await act(number, 'reply', { text: 'Друга відповідь', seen: 2 })).status).toBe(200);
      await olha.sees('Друга відповідь');
    },
    SLOW_MS,
  );
});

describe('a setting that answers are signed', () => {
  it(
    'lets a moderator draft and the head send it with a number',
    async () => {
      const ivan = aResident(world.emulators, 'telegram', 'Іван');
      const number = await writes(ivan, 'Немає води');
      await world.api('PATCH', '/settings', { appeals: { signatureRequired: true } });
      const { body } = await world.api<{ token: string }>('POST', '/tokens', {
        name: 'Сайт',
        roles: ['moderator'],
      });
      const asModerator = (action: string, sent: object) =>
        fetch(`${world.url}/api/v1${pathOf(number)}/${action}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${body.token}`, 'content-type': 'application/json' },
          body: JSON.stringify(sent),
        });
      expect((await asModerator('reply', { text: 'Вода є.' })).status).toBe(409);
      expect((await asModerator('submit', { text: 'Вода є.' })).status).toBe(200);
      expect((await asModerator('sign', {})).status).toBe(403);
      expect((await act(number, 'sign', { outgoingNumber: '01-12/345' })).body.status).toBe('answered');
      const answer = await ivan.sees('Вода є.');
      expect(answer.text).toContain('№ 01-12/345.');
      await world.api('PATCH', '/settings', { appeals: { signatureRequired: false } });
    },
    SLOW_MS,
  );
});
