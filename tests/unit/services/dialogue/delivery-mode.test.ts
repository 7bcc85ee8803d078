import { describe, expect, it } from 'vitest';
import { Resident } from './resident.js';

const DANGER = 'Про загрозу життю повідомимо в будь-який час.';

/** Somebody who has just chosen their topics. */
function withTopics(change: (resident: Resident) => void = () => undefined): Resident {
  const resident = Resident.subscribed();
  change(resident);
  return resident.say('Мої теми').say('Готово');
}

describe('when the news comes', () => {
  it('is promised where topics are chosen', () => {
    const { text, labels } = withTopics();
    expect(text).toBe(
      `Готово. Обрано 2 теми: «Новини міста», «Вода, світло, тепло, дороги».\nНадсилатимемо раз на день о 18:00, одним повідомленням. Важливе – одразу, але не з 21:00 до 8:00. ${DANGER}`,
    );
    expect(labels).toEqual(['Змінити час і частоту', 'Меню']);
  });

  it.each([
    ['digest', '09:15', 'Надсилатимемо раз на день о 9:15, одним повідомленням. Важливе – одразу,'],
    ['digest', '11:00', 'Надсилатимемо раз на день об 11:00, одним повідомленням. Важливе – одразу,'],
    ['instant', '18:00', 'Надсилатимемо новини одразу, коли з’являться,'],
  ] as const)('is promised as the person has it: %s, %s', (deliveryMode, digestAt, promise) => {
    const { text } = withTopics((resident) => {
      resident.person = { ...resident.person, deliveryMode, digestAt };
      resident.quietHours = { from: '22:30', to: '07:00' };
    });
    expect(text.split('\n')[1]).toBe(`${promise} але не з 22:30 до 7:00. ${DANGER}`);
  });

  it.each([
    [
      'digest',
      'Надсилатимемо раз на день о 18:00, одним повідомленням. Важливе – одразу.',
      'Готово: раз на день о 18:00.',
    ],
    ['instant', 'Надсилатимемо новини одразу, коли з’являться.', 'Готово: раз на день о 18:00.'],
  ] as const)('is promised without quiet hours where there are none: %s', (deliveryMode, promise, done) => {
    const resident = withTopics((person) => {
      person.person = { ...person.person, deliveryMode };
      person.quietHours = null;
    });
    expect(resident.text.split('\n')[1]).toBe(`${promise} ${DANGER}`);
    expect(resident.say('Змінити час і частоту').say('Раз на день о 18:00').text).toBe(done);
  });

  it.each([
    ['Раз на день о 18:00', 'Готово: раз на день о 18:00.', 'digest', '18:00'],
    ['Раз на день о 9:15', 'Готово: раз на день о 9:15.', 'digest', '09:15'],
    ['Одразу, коли з’являться', 'Готово: одразу, коли з’являться.', 'instant', '07:30'],
  ] as const)('is the person’s choice: «%s», pressed or typed', (label, done, mode, digestAt) => {
    const open = () => {
      const resident = Resident.subscribed();
      resident.person = { ...resident.person, digestAt: '07:30' };
      return resident.say('Налаштування').say('Час і частота');
    };
    expect(open().text).toBe('Коли надсилати новини?');
    for (const resident of [open().press(label), open().say(`${label.toLowerCase().replace('’', "'")}.`)]) {
      expect(resident.text).toBe(`${done} Тихі години: 21:00–8:00.`);
      expect(resident.effects).toEqual([{ kind: 'setDeliveryMode', mode, digestAt }]);
      expect(resident.screen).toBe('menu');
    }
  });

  it('is asked in English too', () => {
    const resident = Resident.subscribed('en').say('Settings').say('Time and frequency');
    expect(resident.labels).toEqual([
      'Once a day at 18:00',
      'Once a day at 9:15',
      'At once, as it appears',
      'Back',
    ]);
    expect(resident.press('Once a day at 9:15').text).toBe(
      'Done: once a day at 9:15. Quiet hours: 21:00–8:00.',
    );
    expect(resident.say('My topics').say('Done').text).toContain(
      'We will send it once a day at 9:15, in one message. What is important comes at once, but not from 21:00 to 8:00.',
    );
  });

  it('leads back to the settings', () => {
    expect(Resident.subscribed().say('Налаштування').say('Час і частота').say('Назад').screen).toBe(
      'settings',
    );
  });

  it('is asked only of those who agreed to news', () => {
    const guest = new Resident().start().say('Ні, лише звернення').say('Скасувати');
    expect(guest.say('Налаштування').say('Час і частота').screen).toBe('welcome');
    expect(Resident.subscribed().say('/stop').say('Налаштування').say('Час і частота').screen).toBe(
      'welcome-back',
    );
  });

  it('can be made less where a broadcast arrives, if it is not so already', () => {
    const resident = Resident.subscribed();
    expect(resident.pressData('less').labels).toEqual(['Відписатися від усього', 'Нічого']);
    resident.person = { ...resident.person, deliveryMode: 'instant' };
    expect(resident.pressData('less').labels).toEqual([
      'Лише раз на день',
      'Відписатися від усього',
      'Нічого',
    ]);
    resident.say('лише раз на день');
    expect(resident.text).toBe('Коли надсилати новини?');
    resident.say('Раз на день о 18:00');
    expect(resident.pressData('less').labels).not.toContain('Лише раз на день');
  });

  it('is nothing to change for who gets no news', () => {
    const resident = Resident.subscribed();
    resident.person = { ...resident.person, deliveryMode: 'instant', status: 'stopped' };
    expect(resident.pressData('less').labels).toEqual(['Відписатися від усього', 'Нічого']);
  });
});
