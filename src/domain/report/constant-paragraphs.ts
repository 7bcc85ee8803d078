import type { Composed, Material, ParagraphRule } from './paragraph.js';
import { say } from './pieces.js';

/** Sentences that are the same every month, and true only when somebody says so. */
export const CONSTANT_PARAGRAPHS = {
  activity: ({ month }) =>
    `Робота відділу протягом ${month.genitive} ${month.year} року була спрямована на інформаційне забезпечення здійснення внутрішньої політики держави в місті, відкритості у діяльності органів влади, реалізації конституційних прав громадян на інформацію, сприяння розвитку взаємодії органів місцевого самоврядування з громадськими організаціями, політичними партіями, об’єднаннями громадян, засобами масової інформації.`,
  parties: () =>
    'Відділ аналізував діяльність політичних партій та громадських організацій в місті, проводив заходи, спрямовані на взаємодію роботи міськвиконкому з політичними партіями та громадськими організаціями у справі здійснення соціально-економічних перетворень.',
  press: ({ names }) =>
    `Сприяли висвітленню засобами масової інформації міста діяльності ${names.councilNameGenitive} та її виконавчого комітету.`,
  monitoring: () => 'Проводився постійний моніторинг місцевих та обласних ЗМІ та інтернет-сайтів.',
  petitions: ({ names }) =>
    `Спеціалістами відділу велося постійне модерування та обслуговування Єдиної системи місцевих петицій, до якої підключена і ${names.councilName}, платформи «Відкритий бюджет».`,
  website: ({ names }) =>
    `Спеціалістами відділу проводилася робота з відновлення та модернізації офіційного вебсайту ${names.councilNameGenitive}.`,
  budget: () =>
    'Спеціалістами відділу постійно наповнюється система візуалізації «Відкритий бюджет – комунальні підприємства».',
  informing: ({ names }) =>
    `Спеціалісти відділу здійснюють інформування ${names.addresseeGenitive} щодо суспільно-політичної ситуації в ${names.cityLocative}.`,
} as const satisfies Record<string, (material: Pick<Material, 'month' | 'names'>) => string>;

/** The rule of a constant paragraph. */
export function constant(key: keyof typeof CONSTANT_PARAGRAPHS): ParagraphRule {
  return { key, compose: (material) => asConstant(CONSTANT_PARAGRAPHS[key](material)) };
}

/** A sentence that has to be confirmed. */
export function asConstant(text: string): Composed {
  return { kind: 'constant', pieces: say`${text}` };
}
