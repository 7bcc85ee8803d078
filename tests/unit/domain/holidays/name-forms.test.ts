import { describe, expect, it } from 'vitest';
import { holidayById, SHIPPED_HOLIDAYS } from '../../../../src/domain/holidays/calendar.js';
import { formsOfDay } from '../../../../src/domain/holidays/name-forms.js';

/** How the monthly report names them: «з нагоди …» or «з …». */
function inReport(id: string): string | undefined {
  const holiday = holidayById(id);
  return holiday?.shortName[holiday.reportCase];
}

describe('names of holidays', () => {
  it('have the cases of the report of March 2021', () => {
    expect(['sbu', 'water', 'zhkg', 'dobrovolets', 'women'].map(inReport)).toEqual([
      'Дня Служби безпеки України',
      'Всесвітнього дня водних ресурсів',
      'Дня працівників ЖКГ',
      'Дня українського добровольця',
      'Міжнародним жіночим днем',
    ]);
    expect(SHIPPED_HOLIDAYS.filter(({ reportCase }) => reportCase === 'instrumental')).toHaveLength(6);
  });

  it.each([
    ['День міста', 'Дня міста', 'Днем міста'],
    ['Міжнародний день театру', 'Міжнародного дня театру', 'Міжнародним днем театру'],
    ['Міжнародний жіночий день', 'Міжнародного жіночого дня', 'Міжнародним жіночим днем'],
    ['Всесвітній день здоров’я', 'Всесвітнього дня здоров’я', 'Всесвітнім днем здоров’я'],
    ['Всеукраїнський день бібліотек', 'Всеукраїнського дня бібліотек', 'Всеукраїнським днем бібліотек'],
  ])('are declined by their head: %s', (nominative, genitive, instrumental) => {
    expect(formsOfDay(nominative)).toEqual({ nominative, genitive, instrumental });
  });

  it('are not guessed where the head is unknown', () => {
    expect(formsOfDay('Великдень')).toBeUndefined();
    expect(formsOfDay('Деньок міста')).toBeUndefined();
  });

  it('differ in every case, and hold no note in brackets', () => {
    for (const { name, shortName } of SHIPPED_HOLIDAYS)
      for (const forms of [name, shortName]) {
        expect(new Set(Object.values(forms)).size).toBe(3);
        expect(Object.values(forms).join()).not.toMatch(/[()"']| - /);
      }
  });

  it('take congratulations away from memorial days', () => {
    const memorial = SHIPPED_HOLIDAYS.filter(({ isMemorial }) => isMemorial);
    expect(memorial.filter(({ kind }) => kind !== 'memory').map(({ id }) => id)).toEqual([
      'provody',
      'memory-victory-8',
    ]);
    expect(SHIPPED_HOLIDAYS.every(({ kind, isMemorial }) => kind !== 'memory' || isMemorial)).toBe(true);
  });
});
