import { describe, expect, it } from 'vitest';
import { Resident } from './resident.js';

const FOUND = 'Це вул. Миколи Лисенка, 12 (колишня вул. Пушкіна)?';

function atAddress(): Resident {
  return Resident.subscribed()
    .say('/appeal')
    .say('Не горить ліхтар')
    .press('Далі')
    .press('Написати адресу')
    .say('вулиця Пушкіна 12');
}

describe('an address with a former name', () => {
  it('is asked about by the name of today', () => {
    const resident = atAddress();
    expect(resident.text).toBe(FOUND);
    expect(resident.labels.slice(0, 3)).toEqual(['Так', 'Ні, написати інакше', 'Залишити, як я пишу']);
  });

  it('becomes today’s on «Так», stays on «Залишити», is written again on «Ні»', () => {
    expect(atAddress().press('Так').state.form?.place).toEqual({ address: 'вул. Миколи Лисенка, 12' });
    expect(atAddress().press('Залишити, як я пишу').state.form?.place).toEqual({
      address: 'вулиця Пушкіна 12',
    });
    const rewriting = atAddress().press('Ні, написати інакше');
    expect(rewriting.text).toMatch(/^Напишіть вулицю та номер будинку/u);
    expect(rewriting.say('Декабристів, 3').text).toBe(
      'Це вул. Володимира Сосюри, 3 (колишня вул. Декабристів)?',
    );
  });

  it('goes on to the files, and is not asked again', () => {
    expect(atAddress().press('Так').screen).toBe('files');
    expect(atAddress().press('Так').press('Без фото').screen).toBe('door');
  });

  it('of no street in the register is taken as it is written', () => {
    const resident = Resident.subscribed().say('/appeal').say('Не горить ліхтар').press('Далі');
    expect(resident.say('біля центрального ринку').screen).toBe('files');
  });
});

describe('D1 «Виправити»', () => {
  const correcting = () => {
    const resident = Resident.subscribed();
    resident.knownApplicant = { fullName: 'Іваненко Марія Петрівна', residence: 'вул. Шевченка, 12' };
    return resident.say('/data').press('Виправити');
  };

  it('shows what is kept', () => {
    expect(correcting().text).toBe(
      'Що виправити?\nЗаявник: Іваненко Марія Петрівна\nМісце проживання: вул. Шевченка, 12\n' +
        'Ім’я в профілі: Марія',
    );
  });

  it('corrects the applicant of the next appeals, name and residence apart', () => {
    const renamed = correcting().press('Прізвище, ім’я, по батькові').say('Петренко  Марія Петрівна');
    expect(renamed.effects).toEqual([
      { kind: 'setApplicant', fullName: 'Петренко Марія Петрівна', residence: 'вул. Шевченка, 12' },
    ]);
    expect(renamed.text).toBe('Виправили: Петренко  Марія Петрівна.');
    const moved = correcting().press('Місце проживання').say('вул. Гоголя, 6');
    expect(moved.effects).toEqual([
      { kind: 'setApplicant', fullName: 'Іваненко Марія Петрівна', residence: 'вул. Гоголя, 6' },
    ]);
  });

  it('corrects the name in the profile, and wants two words of an applicant', () => {
    const resident = correcting().press('Ім’я в профілі').say('Марійка');
    expect(resident.effects).toEqual([{ kind: 'setName', name: 'Марійка' }]);
    expect(resident.say('/data').text).toContain('ім’я Марійка');
    const short = correcting().press('Прізвище, ім’я, по батькові').say('Марія');
    expect([short.text, short.effects]).toEqual([
      'Потрібні прізвище та ім’я. Напишіть, будь ласка, повністю.',
      [],
    ]);
  });
});
