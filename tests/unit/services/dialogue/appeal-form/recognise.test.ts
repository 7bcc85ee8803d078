import { describe, expect, it } from 'vitest';
import {
  isDangerous,
  recogniseCategory,
} from '../../../../../src/services/dialogue/appeal-form/recognise.js';

describe('the topic of an appeal', () => {
  it.each([
    ['Не горить ліхтар на вул. Шевченка', 'lighting'],
    ['Немає освітлення на всій вулиці', 'lighting'],
    ['Величезна яма біля школи', 'roads'],
    ['Дорога розбита, ями по коліно', 'roads'],
    ['Зимою не чистять тротуари', 'roads'],
    ['Другий день немає води', 'utilities'],
    ['Без опалення вже тиждень', 'utilities'],
    ['Зникло світло в будинку', 'utilities'],
    ['Не вивозять сміття з двору', 'yards'],
    ['Сухе дерево нависає над дахом', 'yards'],
    ['Чому відмовили в субсидії?', 'welfare'],
  ])('is told by the words: «%s» is %s', (text, category) => {
    expect(recogniseCategory(text)).toBe(category);
  });

  it.each([
    'Добрий день',
    'Прошу прийняти мене на роботу',
    'Ліки дуже дорогі',
    'Після ремонту труби лишилася яма, а води немає',
    'Прямая лінія з мером',
    '',
  ])('is asked for when the words do not tell for certain: «%s»', (text) => {
    expect(recogniseCategory(text)).toBeUndefined();
  });
});

describe('danger', () => {
  it.each([
    'У під’їзді пахне газом',
    'Запах газу в підвалі',
    'Обірваний дріт лежить на тротуарі',
    'Обірвані проводи іскрять',
    'Дріт на землі біля садка',
    'Пожежа в сусідньому будинку',
    'Горить будинок на Гоголя',
    'Хата горить!',
    "Опора б'ється струмом, б'є струмом",
  ])('is seen in «%s»', (text) => {
    expect(isDangerous(text)).toBe(true);
  });

  it.each(['Не горить ліхтар', 'Вже місяць не горить світло', 'Пожовкло дерево', 'Гаряча вода ледь тепла'])(
    'is not seen in «%s»',
    (text) => {
      expect(isDangerous(text)).toBe(false);
    },
  );
});
