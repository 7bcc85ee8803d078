import type { Messenger } from '../emulators/emulator-feed.js';

/** Somebody whose phone is on the page. Invented: «зразкова», «уявна», «умовний» are not surnames of Nizhyn. */
export interface Resident {
  readonly messenger: Messenger;
  /** The messenger's own id */
  readonly id: string;
  /** As they call themselves in the messenger */
  readonly name: string;
  /** As an official appeal asks: surname, name, patronymic */
  readonly fullName: string;
  readonly residence: string;
}

/** Nobody of them knows the bot at first: a stranger begins with the welcome. */
export const RESIDENTS: readonly Resident[] = [
  {
    messenger: 'telegram',
    id: '7100000001',
    name: 'Оксана Зразкова',
    fullName: 'Зразкова Оксана Петрівна',
    residence: 'м. Ніжин, вул. Шевченка, 12, кв. 7',
  },
  {
    messenger: 'telegram',
    id: '7100000002',
    name: 'Тарас Прикладний',
    fullName: 'Прикладний Тарас Іванович',
    residence: 'м. Ніжин, вул. Набережна, 3',
  },
  {
    messenger: 'telegram',
    id: '7100000003',
    name: 'Дарина Уявна',
    fullName: 'Уявна Дарина Олегівна',
    residence: 'м. Ніжин, вул. Озерна, 21, кв. 40',
  },
  {
    messenger: 'viber',
    id: 'RGVtb1Jlc2lkZW50VmliMQ==',
    name: 'Ганна Вигадана',
    fullName: 'Вигадана Ганна Степанівна',
    residence: 'м. Ніжин, вул. Незалежності, 8',
  },
  {
    messenger: 'viber',
    id: 'RGVtb1Jlc2lkZW50VmliMg==',
    name: 'Степан Умовний',
    fullName: 'Умовний Степан Григорович',
    residence: 'с. Кунашівка, вул. Польова, 2',
  },
  {
    messenger: 'viber',
    id: 'RGVtb1Jlc2lkZW50VmliMw==',
    name: 'Леся Примірна',
    fullName: 'Примірна Леся Андріївна',
    residence: 'м. Ніжин, вул. Прилуцька, 60, кв. 15',
  },
];

/** Residents of one messenger, in the order of the page. */
export function residentsOf(messenger: Messenger): readonly Resident[] {
  return RESIDENTS.filter((resident) => resident.messenger === messenger);
}
