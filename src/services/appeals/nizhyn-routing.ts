import type { RoutingRule } from '../../domain/routing.js';

/** By which words Nizhyn's appeals find their department and topic: what a new installation begins with. */
export const NIZHYN_ROUTING: readonly RoutingRule[] = [
  { departmentId: 'housing', category: 'lighting', words: ['ліхтар', 'освітлення'] },
  { departmentId: 'housing', category: 'roads', words: ['яма', 'асфальт', 'тротуар', 'прибирання снігу'] },
  { departmentId: 'housing', category: 'yards', words: ['сміття', 'аварійне дерево'] },
  { departmentId: 'housing', category: 'utilities', words: ['каналізація', 'водопровід', 'опалення'] },
  { departmentId: 'housing', words: ['під’їзд', 'дах'] },
  {
    departmentId: 'welfare',
    category: 'welfare',
    words: ['субсидія', 'пільга', 'соціальна допомога', 'переселенець', 'інвалідність'],
  },
  { departmentId: 'education', words: ['школа', 'дитячий садок', 'гімназія', 'ліцей', 'учитель'] },
  { departmentId: 'culture', words: ['бібліотека', 'музей', 'будинок культури', 'концерт'] },
  { departmentId: 'property', words: ['земельна ділянка', 'оренда приміщення', 'приватизація', 'кадастр'] },
  { departmentId: 'architecture', words: ['забудова', 'містобудівні умови', 'самочинне будівництво'] },
  { departmentId: 'children', words: ['опіка', 'усиновлення', 'насильство над дитиною'] },
  { departmentId: 'youth', words: ['багатодітна сім’я', 'оздоровлення дітей', 'молодіжний центр'] },
  { departmentId: 'services', words: ['ЦНАП', 'паспорт', 'реєстрація місця проживання', 'довідка'] },
  { departmentId: 'emergencies', words: ['укриття', 'сирена', 'евакуація', 'повінь', 'вибухонебезпечний'] },
];
