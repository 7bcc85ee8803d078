import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident } from '../../support/resident.js';
import { aTimedWorld, type TimedWorld } from '../../support/timed-world.js';

describe('news that can wait for a digest', () => {
  let world: TimedWorld;

  beforeAll(async () => {
    world = await aTimedWorld('2026-11-23T10:00:00Z');
  });
  afterAll(() => world?.close());

  it.each([
    ['telegram', '2026-11-23'],
    ['viber', '2026-11-24'],
  ] as const)('comes in %s at once to who asked so, to others together at 18:00', async (channel, day) => {
    world.turnTo(`${day}T10:00:00Z`);
    const newcomer = async (name: string) => {
      const resident = aResident(world.emulators, channel, name);
      await resident.sees('Вітаємо!');
      await resident.press('Так, погоджуюся');
      await resident.press('Усі теми');
      await resident.sees('Надсилатимемо раз на день о 18:00, одним повідомленням.');
      return resident;
    };
    const [eager, patient] = await Promise.all([newcomer('Марія'), newcomer('Іван')]);
    await eager.press('Змінити час і частоту');
    await eager.press('Одразу, коли з’являться');
    await eager.sees('Готово: одразу, коли з’являться. Тихі години: 21:00–8:00.');

    await send('Міст закрито', channel);
    await eager.sees('Міст закрито');
    await send('Ярмарок у неділю', channel);
    await eager.sees('Ярмарок у неділю');
    patient.say('Новини сьогодні');
    await patient.sees('Новини за ');
    const untilNow = patient.texts().filter((said) => said.includes('Міст закрито'));
    expect(untilNow, 'only the news asked for').toHaveLength(1);

    world.turnTo(`${day}T16:00:30Z`);
    const { text = '' } = await patient.sees('Головне за день:');
    expect(text).toContain('Міст закрито');
    expect(text).toContain('Ярмарок у неділю');
    expect(eager.texts().filter((said) => said.includes('Головне за день'))).toEqual([]);
    expect([...eager.texts(), ...patient.texts()].join()).not.toContain('127.0.0.1');
  });

  async function send(title: string, channel: string): Promise<void> {
    const news = {
      kind: 'news',
      delivery: 'digest',
      title,
      text: 'Рух обмежено.',
      audience: { channels: [channel] },
    };
    const { id, hash } = await world.post<{ id: string; hash: string }>('/broadcasts', news);
    await world.post(`/broadcasts/${id}/approve`, { hash });
  }
});
