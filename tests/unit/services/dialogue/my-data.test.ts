import { describe, expect, it } from 'vitest';
import { residentAt } from './every-screen.js';
import { anAppeal, Resident } from './resident.js';

describe('my data (D1, D3)', () => {
  it('is shown, and copied as text where no file can be given', () => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal()];
    resident.knownApplicant = { fullName: 'Іваненко Марія Петрівна', residence: 'Ніжин' };
    resident.say('/data');
    expect(resident.text).toContain('Мої дані: канал Telegram, ім’я Марія, теми');
    expect(resident.labels).toEqual(['Отримати копію', 'Виправити', 'Видалити', 'Відкликати згоду', 'Назад']);
    resident.press('Отримати копію');
    expect(resident.effects).toEqual([{ kind: 'copyData' }]);
    expect(resident.repliesWith({ kind: 'no-way' })[0]?.text).toBe(
      [
        'Копія ваших даних, 23 листопада 2026 року.',
        '',
        'Месенджер: Telegram, ваш ідентифікатор у ньому: 100',
        'Ім’я: Марія',
        'Теми: «Новини міста», «Вода, світло, тепло, дороги»',
        'Розсилка: згода від 23 листопада 2026 року (редакція 1)',
        'Зв’язок із ботом: від 23 листопада 2026 року',
        'Заявник в останньому зверненні: Іваненко Марія Петрівна, Ніжин',
        '',
        'Звернення:',
        'Н-2026-000123 від 23 листопада 2026 року: ліхтар на вул. Шевченка',
      ].join('\n'),
    );
    expect(resident.press('Назад').screen).toBe('my-data');
  });

  it('comes as two files, as a link, or not again today', () => {
    const resident = Resident.subscribed().say('/data').press('Отримати копію');
    const file = { fileId: 'f', publicName: undefined, name: 'мої-дані.txt', sizeBytes: 9 };
    expect(resident.repliesWith({ kind: 'files', files: [file] })).toMatchObject([
      { text: expect.stringContaining('у файлах нижче'), files: [file] },
    ]);
    const url = 'https://visnyk.example.ua/copy/x';
    expect(resident.repliesWith({ kind: 'link', url })[0]?.text).toContain(`кожен файл один раз: ${url}`);
    expect(resident.repliesWith({ kind: 'too-often' })[0]?.text).toContain('вже отримали три копії');
  });

  it('rests on two consents, each withdrawn apart', () => {
    const resident = Resident.subscribed();
    resident.say('/data').press('Відкликати згоду');
    expect(resident.screen).toBe('stopped');
    resident.person = {
      ...resident.person,
      appealConsent: { version: 1, textHash: 'x', at: resident.now },
    };
    resident.say('/data').press('Відкликати згоду');
    expect(resident.labels).toEqual(['На розсилку', 'На дані заявника', 'Назад']);
    resident.press('На дані заявника');
    expect(resident.effects).toEqual([{ kind: 'withdrawAppealConsent' }]);
    expect(resident.text).toContain('Згоду відкликано');
  });

  it('is deleted only after a yes, and the law’s part is named', () => {
    const resident = residentAt({ id: 'my-data' });
    resident.appeals = [anAppeal(), anAppeal({ number: 'С-2026-000017' })];
    resident.say('/data').press('Видалити');
    expect(resident.text).toBe(
      'Видалимо профіль і теми. Офіційні звернення (1) закон зобов’язує зберігати, їх лишимо в діловодстві. Видалити?',
    );
    expect(resident.press('Ні').screen).toBe('my-data');
    expect(resident.person.status).toBe('active');
    resident.person = { ...resident.person, id: '6562b1c0a1b2c3d4e5f60718' };
    resident.press('Видалити').press('Так, видалити');
    expect(resident.text).toContain(
      'Видалено 23 листопада 2026 року. Номер підтвердження: ВД-20261123-1000-E5F60718. Щоб почати знову, напишіть будь-що.',
    );
    expect(resident.text).toContain(
      'Зберігаємо, бо цього вимагає закон: Н-2026-000123. Строк – 5 років після закінчення розгляду',
    );
    expect(resident.effects).toEqual([{ kind: 'erase', receipt: 'ВД-20261123-1000-E5F60718' }]);
    expect(resident.state.form).toBeUndefined();
    expect(resident.labels).toContain('Так, погоджуюся');
    resident.press('Так, погоджуюся');
    expect([resident.screen, resident.person.status]).toEqual(['topics', 'active']);
  });

  it('is offered for deletion where mailings were stopped', () => {
    const resident = Resident.subscribed('en').say('/stop').press('Delete my data');
    expect(resident.screen).toBe('erase-data');
    expect(resident.press('Yes, delete').text).toContain('Deleted on 23 November 2026.');
    expect(resident.text).toContain('There are no official appeals of yours');
  });
});
