import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident } from '../../support/resident.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

interface AppealJson {
  readonly number: string;
  readonly channel: string;
  readonly kind: string;
  readonly category: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly subject: string;
}

describe('an appeal, from a phone to the answer in the same chat', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
  });
  afterAll(() => world.close());

  it.each(['telegram', 'viber'] as const)('works in %s', async (messenger) => {
    const resident = aResident(world.emulators, messenger, 'Марія');
    await resident.sees('Вітаємо!');
    await resident.press('Ні, лише звернення');
    await resident.sees('Опишіть своїми словами');
    const problem = `Не горить ліхтар біля будинку 12 (${messenger})`;
    resident.say(problem);
    await resident.sees('Записали');
    await resident.press('Далі');
    await resident.sees('Де це?');
    await resident.press('Написати адресу');
    await resident.sees('Напишіть вулицю');
    resident.say('вул. Шевченка, 12');
    await resident.sees('Додайте фото');
    await resident.press('Без фото');
    await resident.sees('Як подати?');
    await resident.press('Офіційно');
    await resident.sees('Напишіть прізвище');
    resident.say('Іваненко Марія Петрівна');
    await resident.sees('Напишіть місце проживання');
    resident.say('м. Ніжин, вул. Шевченка, 12, кв. 3');
    await resident.sees('Перевірте, будь ласка');
    await resident.press('Надіслати');
    const accepted = await resident.sees('Звернення отримано');
    const number = /Н-\d{4}-\d{6}/.exec(accepted.text)?.[0] ?? '';

    const { body: appeal } = await world.api<AppealJson>('GET', `/appeals/${encodeURIComponent(number)}`);
    expect(appeal).toMatchObject({ number, channel: messenger, category: 'lighting', subject: problem });

    const replied = await world.api('POST', `/appeals/${encodeURIComponent(number)}/reply`, {
      text: 'Ліхтар полагодили сьогодні вранці.',
      files: [{ name: 'лист.pdf', contentType: 'application/pdf', content: 'JVBERi0=' }],
    });
    expect(replied.status).toBe(200);
    const answer = await resident.sees('Ліхтар полагодили сьогодні вранці.');
    expect(answer.text).toContain(`Відповідь на звернення ${number}`);
    expect(answer.text).toContain('Додаток: лист.pdf.');
    // Viber fetches files from an outside address, which a test has none of (`viber/render.test.ts` shows the message).
    if (messenger === 'telegram') await until('the letter', () => resident.files().includes('лист.pdf'));
    await resident.press('Так');
    await resident.sees(`Звернення ${number} закрито`);
    const closed = await until('the appeal to be closed', async () => {
      const { body } = await world.api<AppealJson>('GET', `/appeals/${encodeURIComponent(number)}`);
      return body.status === 'closed' && body;
    });
    expect(closed.status).toBe('closed');
  });

  it('keeps the answer from everybody else', async () => {
    const others = world.emulators.telegram
      .people()
      .concat(world.emulators.viber.people())
      .filter(({ name }) => name !== 'Марія');
    expect(others.map(({ id }) => world.emulators.telegram.journal.receivedCount(id))).toEqual(
      others.map(() => 0),
    );
  });
});
