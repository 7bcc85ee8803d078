import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { militarySigns } from '../../../src/domain/military.js';

describe('what may help the enemy', () => {
  it.each([
    ['Учора був приліт у склад на вул. Борзнянській', ['приліт']],
    ['Бачив, як наша ППО працювала зі школи', ['протиповітряна оборона']],
    ['ППO збила шахед над парком', ['безпілотник', 'протиповітряна оборона']],
    ['Через міст пройшла колона важкої техніки', ['колона техніки']],
    ['Біля лісу позиції наших військових', ['позиції']],
    ['Уламки дрона впали на дах', ['уламки']],
    ['Паркан військової частини розвалився', ['військова частина']],
    ['После обстрела выбиты окна', ['обстріл']],
  ])('is marked: %s', (text, signs) => {
    expect(militarySigns(text)).toEqual(signs);
  });

  it.each([
    'Не світить ліхтар на вулиці Шевченка',
    'Дружина військового просить допомогу на дітей',
    'Коли приймає військкомат (ТЦК)? Військовий облік',
    'Автомобільна колонка не працює, у черзі двадцять машин',
    'Ремонт водопровідної колонки біля будинку 5',
    'Дякую за привітання з Днем Збройних Сил',
    'Позиція міської ради щодо тарифів',
    'Стоїть тролейбус, повз їде велосипедист',
  ])('is not: %s', (text) => {
    expect(militarySigns(text)).toEqual([]);
  });

  it('is found in any case, and whatever is written around', () => {
    const around = fc.array(fc.constantFrom('ліхтар', 'яма', 'дорога', '!', '12', '\n'), { maxLength: 20 });
    fc.assert(
      fc.property(around, around, fc.boolean(), (before, after, isLoud) => {
        const text = [...before, 'приліт', ...after].join(' ');
        expect(militarySigns(isLoud ? text.toUpperCase() : text)).toEqual(['приліт']);
      }),
    );
  });
});
