import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../../../src/services/dialogue/state.js';
import { welcome } from '../../../../src/services/dialogue/welcome-answer.js';
import { nizhyn, Resident } from './resident.js';

const WELCOME =
  'Вітаємо! Це чат-бот Ніжинської міської ради. Тут можна отримувати новини міста, написати звернення та одержати на нього відповідь.\n\nЩоб надсилати новини, ми зберігатимемо ваш ідентифікатор у месенджері та обрані теми. Відмовитися можна будь-коли.\n\nНадсилати вам новини?';

describe('welcome and consent', () => {
  it('asks first, and records which text was agreed to', () => {
    const resident = new Resident().start();
    expect(resident.text).toBe(WELCOME);
    expect(resident.labels).toEqual(['Так, погоджуюся', 'Ні, лише звернення', 'Докладніше про дані']);
    expect(resident.effects).toEqual([]);

    resident.say('так, погоджуюся');
    const textHash = createHash('sha256').update(WELCOME).digest('hex');
    expect(resident.effects).toEqual([
      { kind: 'consent', version: 1, textHash },
      { kind: 'setTopics', topics: ['news', 'utilities'] },
    ]);
    expect(resident.text).toBe('Що вам надсилати?');
  });

  it('tells where the data goes, naming the messenger', () => {
    const resident = new Resident({ channel: 'viber' }).start().press('Докладніше про дані');
    expect(resident.text).toContain('Повідомлення проходять через сервери Viber.');
    resident.press('Ні, лише звернення');
    expect([resident.screen, resident.person.status]).toEqual(['describe', 'pending']);
  });

  it('lets topics be switched one by one', () => {
    const resident = new Resident().start().say('Так, погоджуюся').say('Обрати самостійно');
    expect(resident.text).toBe('Торкніться теми, щоб додати або прибрати її. Обрано 0 тем: поки що жодної.');
    resident.say('Привітання').say('Новини міста');
    expect(resident.labels).toEqual([
      '✓ Новини міста',
      'Вода, світло, тепло, дороги',
      'Анонси подій',
      'Проєкти рішень',
      'Петиції та бюджет',
      '✓ Привітання',
      'Готово',
      'Скасувати',
    ]);
    resident.say('Новини міста').say('Готово');
    expect(resident.effects).toEqual([{ kind: 'setTopics', topics: ['greetings'] }]);
    expect(resident.text).toMatch(/^Готово\. Обрано 1 тему: «Привітання»\.\n/u);
    expect(resident.labels).toEqual(['Змінити час і частоту', 'Меню']);
  });

  it.each([
    ['Головне: новини й оголошення', 'Готово. Обрано 2 теми: «Новини міста», «Вода, світло, тепло, дороги».'],
    ['Усі теми', 'Готово. Обрано 6 тем: '],
  ])('takes «%s» at once', (label, text) => {
    expect(new Resident().start().say('Так, погоджуюся').say(label).text).toContain(text);
  });

  it('opens the appeal right after the welcome when a poster asks so', () => {
    const resident = new Resident().start('appeal');
    expect([resident.text, resident.effects]).toEqual([
      WELCOME,
      [{ kind: 'rememberSource', source: 'appeal' }],
    ]);
    expect(resident.say('Так, погоджуюся').screen).toBe('describe');
  });

  it('preselects the topic of a deep link', () => {
    const resident = new Resident().start('topic-events').say('Докладніше про дані').say('Так, погоджуюся');
    expect(resident.say('Обрати самостійно').text).toContain('Обрано 1 тему: «Анонси подій».');
  });

  it('welcomes back with the topics kept, and agrees anew', () => {
    const resident = Resident.subscribed().say('/stop');
    expect(resident.text).toMatch(/^Розсилку вимкнено\./u);
    expect(resident.effects).toEqual([{ kind: 'stop' }]);
    resident.say('Повернути розсилку');
    expect(resident.text).toBe(
      'З поверненням! Ваші теми збережено: «Новини міста», «Вода, світло, тепло, дороги». Надсилати їх знову?',
    );
    resident.say('Так, надсилати');
    expect(resident.effects).toMatchObject([{ kind: 'consent', version: 1 }]);
    expect([resident.person.status, resident.screen]).toEqual(['active', 'topics-chosen']);
  });

  it('turns mailings off when no topic is left', () => {
    const resident = Resident.subscribed()
      .say('/topics')
      .say('Новини міста')
      .say('Вода, світло, тепло, дороги');
    resident.say('Готово');
    expect([resident.screen, resident.person.status]).toEqual(['stopped', 'stopped']);
  });

  it('takes somebody who had blocked the bot for reachable, and asks before sending again', () => {
    const resident = Resident.subscribed();
    resident.person = { ...resident.person, status: 'unreachable' };
    resident.start();
    expect(resident.effects).toEqual([{ kind: 'becomeReachable' }]);
    expect(resident.screen).toBe('welcome-back');
    resident.say('Ні');
    expect([resident.screen, resident.person.status]).toEqual(['menu', 'stopped']);
  });

  it('greets a subscriber with the menu, and one who never agreed with the question', () => {
    expect(Resident.subscribed().start().text).toBe('Чим можемо допомогти?');
    const guest = new Resident().start().say('Ні, лише звернення').say('Скасувати').say('Мої теми');
    expect(guest.screen).toBe('welcome');
  });

  it('is Viber’s answer to an opened chat, from the event alone', () => {
    const event = {
      kind: 'subscribed',
      person: { channel: 'viber', address: 'v=', name: undefined },
      at: new Date(),
      greet: false,
      context: undefined,
    } as const;
    const first = welcome({ ...event, subscribed: false }, { organisation: nizhyn });
    expect(first.text).toBe(WELCOME);
    expect(first.keyboard?.rows[0]?.[0]?.action).toEqual({ kind: 'command', data: 'welcome:yes' });
    expect(welcome({ ...event, subscribed: true }, { organisation: nizhyn }).text).toBe(
      'Чим можемо допомогти?',
    );
  });

  it('follows Viber’s order: opened silently, then a button, then «subscribed»', () => {
    const resident = new Resident({ channel: 'viber' });
    const arrival = { kind: 'subscribed', person: resident.person, at: resident.now, greet: false } as const;
    resident.take({ ...arrival, context: 'appeal' });
    expect([resident.replies, resident.state.screen]).toEqual([[], { id: 'welcome', thenAppeal: true }]);
    resident.pressData('welcome:yes');
    resident.take({ ...arrival, context: undefined });
    expect(resident.screen).toBe('describe');
  });

  it('speaks English once it is chosen, and still understands the old keyboard', () => {
    const resident = Resident.subscribed().say('Налаштування').say('Мова / Language').say('English');
    expect(resident.effects).toEqual([{ kind: 'setLocale', locale: 'en' }]);
    expect(resident.text).toBe('Done. We will go on in English.');
    expect(resident.labels[0]).toBe('Write to the council');
    expect(resident.say('Контакти й допомога').text).toMatch(
      /^Площа ім\. Івана Франка, 1\. Monday to Friday/u,
    );
  });

  it('turns one topic off where a broadcast arrives', () => {
    const resident = Resident.subscribed().pressData('less:news');
    expect(resident.labels).toEqual(['Вимкнути тему «Новини міста»', 'Відписатися від усього', 'Нічого']);
    resident.press('Вимкнути тему «Новини міста»');
    expect(resident.text).toBe('Тему «Новини міста» вимкнено. Залишилася 1 тема.');
    expect(resident.effects).toEqual([{ kind: 'setTopics', topics: ['utilities'] }]);
  });

  it('begins anew from a state that cannot be read', () => {
    const resident = new Resident();
    resident.state = initialState;
    expect(resident.say('привіт').screen).toBe('offer-appeal');
  });
});
