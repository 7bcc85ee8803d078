import { describe, expect, it } from 'vitest';
import { localMoment } from '../../../../src/lib/city-time.js';
import { aPhoto, Resident } from './resident.js';

/** Up to the review: a street light with a photo, officially. */
function streetLight(): Resident {
  return Resident.subscribed()
    .say('Написати до міськради')
    .message({ text: 'Не горить ліхтар біля школи', files: [aPhoto()] })
    .say('Далі')
    .say('вул. Шевченка, 12')
    .say('Далі')
    .say('Офіційно')
    .say('Іваненко Марія Петрівна')
    .say('Ніжин, вул. Шевченка, 12, кв. 3');
}

describe('writing an appeal', () => {
  it('leads from a broken street light with a photo to its number, word for word', () => {
    const resident = Resident.subscribed().say('Написати до міськради');
    expect(resident.text).toBe(
      'Опишіть своїми словами, що сталося або про що просите. Можна текстом, голосовим повідомленням або з фото.',
    );
    expect(resident.labels).toEqual(['Далі', 'Скасувати']);

    resident.message({ text: 'Не горить ліхтар біля школи', files: [aPhoto()] });
    expect(resident.text).toBe('Записали. Додайте ще, якщо потрібно, або натисніть «Далі».');

    resident.say('Далі');
    expect(resident.text).toBe('Де це? Надішліть місце на карті або напишіть адресу.');
    expect(resident.labels).toEqual([
      'Надіслати моє місце',
      'Написати адресу',
      'Місце не потрібне',
      'Назад',
      'Скасувати',
    ]);

    resident.say('вул. Шевченка, 12');
    expect(resident.text).toBe(
      'Додайте фото або файл, якщо вони є: до 10, кожен до 20 МБ. Не фотографуйте військових, техніку та наслідки обстрілів.\n\nДодано 1 файл.',
    );
    expect(resident.labels).toEqual(['Далі', 'Назад', 'Скасувати']);

    resident.say('Далі');
    expect(resident.text).toContain('Як подати?\n\n1. Офіційно. Відповідь у строк, визначений законом.');
    expect(resident.labels).toEqual([
      'Офіційно',
      'Офіційно, без оприлюднення',
      'Анонімно',
      'Назад',
      'Скасувати',
    ]);

    resident.say('Офіційно');
    expect(resident.text).toBe(
      'Напишіть прізвище, ім’я та по батькові. Цього вимагає стаття 5 Закону України «Про звернення громадян».',
    );
    resident.say('Іваненко Марія Петрівна');
    expect(resident.text).toBe(
      'Напишіть місце проживання: населений пункт, вулицю, будинок, квартиру. Можна фактичне, навіть якщо зареєстровані в іншому місці.',
    );
    resident.say('Ніжин, вул. Шевченка, 12, кв. 3');
    expect(resident.text).toBe(
      [
        'Перевірте, будь ласка.',
        '',
        'Не горить ліхтар біля школи',
        'Тема: освітлення вулиць · Місце: вул. Шевченка, 12 · Вкладення: 1 файл',
        'Спосіб: офіційно · Заявник: Іваненко Марія Петрівна',
        '',
        'Надіслати?',
      ].join('\n'),
    );

    resident.say('Надіслати');
    expect(resident.effects).toEqual([
      {
        kind: 'submitAppeal',
        appeal: {
          kind: 'appeal',
          text: 'Не горить ліхтар біля школи',
          files: [aPhoto().file],
          category: 'lighting',
          place: { address: 'вул. Шевченка, 12' },
          door: 'official',
          applicant: { fullName: 'Іваненко Марія Петрівна', residence: 'Ніжин, вул. Шевченка, 12, кв. 3' },
        },
      },
      { kind: 'appealConsent', version: 1, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(resident.text).toBe(
      [
        'Звернення отримано й зареєстровано.',
        'Номер: Н-2026-000123',
        'Дата: 23 листопада 2026 року',
        'Відповідь надамо тут не пізніше 23 грудня 2026 року. Якщо питання не потребує вивчення – раніше.',
      ].join('\n'),
    );
    expect(resident.labels).toEqual(['Моє звернення', 'Ще одне поруч', 'Меню']);
  });

  it('says on a Saturday night when it will be registered', () => {
    const resident = streetLight();
    resident.now = localMoment('2026-11-21', { hour: 22, minute: 14 });
    resident.say('Надіслати');
    expect(resident.text).toBe(
      [
        'Звернення отримано 21 листопада 2026 року о 22:14.',
        'Номер: Н-2026-000123',
        'Зареєструємо в перший робочий день, 23 листопада. Відповідь надамо тут не пізніше 23 грудня 2026 року.',
      ].join('\n'),
    );
  });

  it('promises no answer behind the anonymous door, and names nobody there', () => {
    const resident = streetLight();
    resident.say('Виправити').say('Спосіб подання').say('Анонімно').say('Надіслати');
    expect(resident.effects).toMatchObject([{ appeal: { door: 'anonymous', applicant: undefined } }]);
    expect(resident.text).toBe(
      'Повідомлення отримано 23 листопада 2026 року. Номер: С-2026-000123. Передамо його відповідальному відділу. Відповіді не гарантуємо, але стан можна переглянути в «Моїх зверненнях».',
    );
  });

  it('asks for the topic only when the words do not tell', () => {
    const resident = Resident.subscribed().say('/appeal').say('Прошу допомогти').say('Далі');
    expect(resident.text).toBe('Про що ваше звернення?');
    resident.say('Допомога, субсидії, пільги');
    expect(resident.screen).toBe('files');
  });

  it('shows the emergency numbers first when words of danger are found', () => {
    const resident = Resident.subscribed().say('/appeal').say('Обірваний дріт біля ліхтаря').say('Далі');
    expect(resident.text).toMatch(/^Якщо є загроза життю, телефонуйте зараз/u);
    resident.say('Зрозуміло, продовжити');
    expect(resident.screen).toBe('place');
  });

  it('takes a point on the map, asks for photos, and skips what is not needed', () => {
    const resident = Resident.subscribed()
      .say('/appeal')
      .say('Яма на дорозі')
      .say('Далі')
      .message({ place: { latitude: 51.04, longitude: 31.88 } });
    expect(resident.text).toMatch(/^Додайте фото або файл/u);
    expect(resident.labels).toEqual(['Без фото', 'Назад', 'Скасувати']);
    resident.message({ files: [aPhoto()] });
    expect(resident.text).toBe('Додано 1 файл.');
    expect(resident.labels[0]).toBe('Далі');
    resident.say('Далі').say('Анонімно');
    expect(resident.text).toContain('Місце: точка на карті · Вкладення: 1 файл');
  });

  it('asks about a point outside the hromada, and takes it or another one', () => {
    const resident = Resident.subscribed()
      .say('/appeal')
      .say('Яма на дорозі')
      .say('Далі')
      .message({ place: { latitude: 50.45, longitude: 30.52 } });
    expect(resident.text).toBe('Це місце за межами Ніжинської громади. Усе одно надіслати?');
    expect(resident.labels).toEqual(['Так', 'Вказати інше', 'Назад', 'Скасувати']);
    expect(resident.say('Вказати інше').screen).toBe('place');
    resident.message({ place: { latitude: 50.45, longitude: 30.52 } });
    expect(resident.say('Так').screen).toBe('files');
    expect(resident.say('Назад').screen).toBe('place');
  });

  it('offers the applicant of an earlier appeal', () => {
    const resident = Resident.subscribed();
    resident.knownApplicant = { fullName: 'Іваненко Марія Петрівна', residence: 'вул. Шевченка, 12' };
    resident.say('/appeal').say('Прошу субсидію').say('Далі').say('Без фото').say('Офіційно');
    expect(resident.text).toBe('Подати від імені Іваненко Марія Петрівна, вул. Шевченка, 12?');
    resident.say('Так');
    expect(resident.screen).toBe('review');
  });

  it('asks about a missing patronymic and a missing name', () => {
    const resident = Resident.subscribed()
      .say('/appeal')
      .say('Прошу субсидію')
      .say('Далі')
      .say('Без фото')
      .say('Офіційно');
    resident.say('Марія');
    expect(resident.text).toBe('Потрібні прізвище та ім’я. Напишіть, будь ласка, повністю.');
    resident.say('Іваненко Марія');
    expect(resident.text).toBe('Записати без по батькові?');
    resident.say('так, без по батькові.');
    expect(resident.screen).toBe('residence');
  });

  it('goes back without losing what was entered', () => {
    const resident = streetLight();
    expect(resident.screen).toBe('review');
    resident.say('Виправити').say('Назад');
    expect(resident.screen).toBe('review');
    resident.say('Виправити').say('Тему').say('Дороги й тротуари');
    expect(resident.text).toContain('Тема: дороги й тротуари · Місце: вул. Шевченка, 12 · Вкладення: 1 файл');
  });

  it('takes new text and new photos in place of the old when they are corrected', () => {
    const resident = streetLight()
      .say('Виправити')
      .say('Текст')
      .say('Ліхтар блимає')
      .say('і гуде')
      .say('Далі');
    expect(resident.text).toContain('Ліхтар блимає\nі гуде\nТема:');
    resident
      .say('Виправити')
      .say('Фото')
      .message({ files: [aPhoto({ fileId: 'b2' })] })
      .say('Далі')
      .say('Надіслати');
    expect(resident.effects).toMatchObject([
      { appeal: { files: [{ fileId: 'b2' }] } },
      { kind: 'appealConsent' },
    ]);
  });

  it('sends another one nearby with the same place', () => {
    const resident = streetLight().say('Надіслати').say('Ще одне поруч').say('І ліхтар навпроти').say('Далі');
    expect(resident.screen).toBe('files');
  });
});
