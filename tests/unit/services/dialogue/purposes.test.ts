import { describe, expect, it } from 'vitest';
import { aDraftAct, Resident } from './resident.js';

const draft = aDraftAct();

/** Writes a request up to the review. */
function requesting(resident = Resident.subscribed()): Resident {
  return resident
    .say('/help')
    .press('Запит на інформацію')
    .say('Прошу надати перелік договорів на ремонт доріг за 2026 рік')
    .press('Далі')
    .press('Без фото');
}

describe('a request for information', () => {
  it('says until when it is answered before anything is written: five working days', () => {
    const resident = Resident.subscribed().say('/help').press('Запит на інформацію');
    expect(resident.text).toBe(
      'Напишіть, яку інформацію хочете отримати. Можна текстом, голосовим повідомленням або з файлом. ' +
        'Відповідь – не пізніше 30 листопада 2026 року.',
    );
  });

  it('asks no topic, no place and no way to hand it in, but a name and an address', () => {
    const resident = requesting();
    expect(resident.text).toContain('стаття 19 Закону України «Про доступ до публічної інформації»');
    resident.say('Іваненко Марія Петрівна');
    expect(resident.text).toBe(
      'Напишіть поштову або електронну адресу: закон вимагає її в запиті. Відповідь надійде в цей чат.',
    );
    resident.say('maria@example.ua');
    expect(resident.text).toContain('Запит на інформацію · Вкладення: немає');
    expect(resident.text).toContain('Запитувач: Іваненко Марія Петрівна, maria@example.ua');
  });

  it('gets a number of series З and its own acknowledgement', () => {
    const resident = requesting().say('Іваненко Марія Петрівна').say('maria@example.ua').press('Надіслати');
    expect(resident.effects).toMatchObject([
      { kind: 'submitAppeal', appeal: { kind: 'information-request', door: 'official', category: 'roads' } },
      { kind: 'appealConsent', version: 1 },
    ]);
    expect(resident.text).toBe(
      'Запит на інформацію отримано й зареєстровано.\nНомер: З-2026-000123\n' +
        'Дата: 23 листопада 2026 року\nВідповідь надамо тут не пізніше 30 листопада 2026 року.',
    );
    expect(resident.labels).toEqual(['Мій запит', 'Меню']);
    expect(resident.press('Мій запит').text).toMatch(/^Запит З-2026-000123 від/u);
  });

  it('offers who is known from an earlier appeal', () => {
    const resident = Resident.subscribed();
    resident.knownApplicant = { fullName: 'Іваненко Марія Петрівна', residence: 'вул. Шевченка, 12' };
    expect(requesting(resident).text).toBe('Подати від імені Іваненко Марія Петрівна, вул. Шевченка, 12?');
    expect(resident.press('Так').text).toContain('Надіслати?');
  });

  it('corrects text, files and requester only', () => {
    const resident = requesting().say('Іваненко Марія Петрівна').say('maria@example.ua').press('Виправити');
    expect(resident.labels).toEqual(['Текст', 'Фото', 'Дані заявника', 'Назад', 'Скасувати']);
  });

  it('does not overwrite an unfinished appeal: it begins when the person says so', () => {
    const resident = Resident.subscribed().say('/appeal').say('Яма на дорозі');
    resident.say('/help').press('Запит на інформацію');
    expect(resident.text).toMatch(/^Є незавершене звернення від/u);
    expect(resident.press('Почати нове').text).toMatch(/^Напишіть, яку інформацію/u);
    resident.say('Перелік договорів').say('/appeal');
    expect(resident.text).toMatch(/^Є незавершений запит на інформацію від/u);
  });
});

describe('a draft act under discussion', () => {
  const start = () => Resident.subscribed().start(`draft-${draft.id}`);

  it('is opened by its deep link, with the working days that are left', () => {
    const resident = start();
    expect(resident.text).toBe(
      'Проєкт рішення виконавчого комітету: Про правила благоустрою. ' +
        'Зауваження приймаємо до 7 грудня 2026 року (залишилося 10 робочих днів).',
    );
    expect(resident.labels).toEqual(['Прочитати проєкт', 'Надіслати зауваження', 'Менше таких', 'Меню']);
    expect(resident.replies[0]?.keyboard).toMatchObject({
      placement: 'message',
      rows: [
        [{ action: { kind: 'url', url: draft.url } }],
        [{ action: { data: `comment:${draft.id}` } }],
        [{ action: { data: 'less:acts' } }],
        [{ action: { data: 'menu' } }],
      ],
    });
  });

  it.each([
    ['2026-12-04T10:00:00Z', '(залишився 1 робочий день)'],
    ['2026-12-07T10:00:00Z', '(сьогодні останній день)'],
    ['2026-12-08T10:00:00Z', 'Зауваження приймали до 7 грудня 2026 року: строк минув.'],
  ])('tells at %s: %s', (now, words) => {
    const resident = Resident.subscribed();
    resident.now = new Date(now);
    expect(resident.start(`draft-${draft.id}`).text).toContain(words);
  });

  it('comes after consent for a stranger, whatever the answer', () => {
    for (const answer of ['Так, погоджуюся', 'Ні, лише звернення']) {
      const resident = new Resident().start(`draft-${draft.id}`);
      expect(resident.text).toMatch(/^Вітаємо!/u);
      expect(resident.press(answer).text).toMatch(/^Проєкт рішення/u);
    }
  });

  it('of which nothing is known is but a source', () => {
    const resident = Resident.subscribed().start('draft-ffffffffffffffffffffffff');
    expect(resident.screen).toBe('menu');
    expect(resident.effects).toEqual([{ kind: 'rememberSource', source: 'draft-ffffffffffffffffffffffff' }]);
  });

  it('takes a comment signed by name: series П, no place, no way to hand it in', () => {
    const resident = start().press('Надіслати зауваження');
    expect(resident.text).toMatch(
      /^Напишіть зауваження або пропозицію до проєкту «Про правила благоустрою»\./u,
    );
    resident.say('Пропоную доповнити пункт 3').press('Далі').press('Без фото');
    expect(resident.text).toMatch(/^Напишіть прізвище та ім’я, по батькові – за бажанням\./u);
    resident.say('Іваненко Марія Петрівна');
    expect(resident.text).toContain('Проєкт: Про правила благоустрою · Вкладення: немає\nАвтор: Іваненко');
    resident.press('Надіслати');
    expect(resident.effects).toMatchObject([
      { kind: 'submitAppeal', appeal: { kind: 'draft-comment', commentsOn: draft.id } },
      { kind: 'appealConsent', version: 1 },
    ]);
    expect(resident.text).toBe(
      'Зауваження отримано 23 листопада 2026 року. Номер: П-2026-000123. ' +
        'Його розглянуть разом з іншими зауваженнями до проєкту.',
    );
    expect(resident.labels).toEqual(['Моє зауваження', 'Меню']);
  });

  it('is commented on by the button under its news, however far the dialogue has moved', () => {
    const resident = Resident.subscribed().say('/news').pressData(`comment:${draft.id}`);
    expect(resident.screen).toBe('describe');
    expect(resident.state.form?.purpose).toMatchObject({ kind: 'draft-comment' });
  });

  it('tells a comment that comes too late, before it is written and after it is sent, and takes it', () => {
    const resident = Resident.subscribed();
    resident.now = new Date('2026-12-08T10:00:00Z');
    const late = 'Строк подання зауважень минув 7 грудня 2026 року.';
    expect(resident.pressData(`comment:${draft.id}`).text).toContain(late);
    resident
      .say('Пропоную')
      .press('Далі')
      .press('Без фото')
      .say('Іваненко Марія Петрівна')
      .press('Надіслати');
    expect(resident.text).toMatch(/^Зауваження отримано/u);
    expect(resident.text).toContain(late);
  });
});

describe('«Подзвоніть мені»', () => {
  const asking = () => Resident.subscribed().say('/help').press('Подзвоніть мені');

  it('takes the number that the messenger shares', () => {
    const resident = asking();
    expect(resident.replies[0]?.keyboard?.rows[0]?.[0]?.action).toEqual({ kind: 'request-phone' });
    resident.message({ unreadable: 'other', phone: '380671234567' });
    expect(resident.effects).toEqual([{ kind: 'requestCall', phone: '+380671234567' }]);
    expect(resident.text).toMatch(/^Записали номер \+380671234567\./u);
    expect(resident.screen).toBe('menu');
  });

  it('takes a number that is written, and asks for digits when there are none', () => {
    const resident = asking().say('подзвоніть увечері');
    expect([resident.text, resident.effects]).toEqual([
      'Напишіть номер цифрами, наприклад: 067 123 45 67.',
      [],
    ]);
    expect(resident.say('067 123-45-67').effects).toEqual([{ kind: 'requestCall', phone: '+380671234567' }]);
  });

  it('keeps a contact that nobody asked for as what cannot be read', () => {
    const resident = Resident.subscribed().message({ unreadable: 'other', phone: '380671234567' });
    expect(resident.effects).toEqual([]);
    expect(resident.text).toMatch(/^Такі повідомлення бот не приймає/u);
  });
});
