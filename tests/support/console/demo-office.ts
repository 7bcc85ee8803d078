import type { ConsoleParts } from '../../../src/console/parts.js';
import type { Actor } from '../../../src/domain/role.js';

const ADMINISTRATOR: Actor = { kind: 'staff', id: 'administrator', name: 'Петро', roles: ['administrator'] };

/** What an office has prepared: a template `t1`, a reply `r1` and a card `f1`. */
export async function prepareDemoOffice({ templates, cannedReplies, faq }: ConsoleParts): Promise<void> {
  await templates.add(
    {
      name: 'Відключення води',
      kind: 'announcement',
      title: 'Без води: {вулиця}',
      text: '{дата} з {час початку} до {час кінця} не буде води на вул. {вулиця}.',
      link: undefined,
      buttons: [],
      audience: { topics: ['utilities'] },
      delivery: undefined,
      ignoreQuietHours: false,
    },
    ADMINISTRATOR,
  );
  const reply = { title: 'Ліхтар передано бригаді', text: 'Ваше звернення {Номер} передано бригаді.' };
  await cannedReplies.save(undefined, { ...reply, files: [] }, ADMINISTRATOR);
  await faq.save(
    undefined,
    {
      title: 'Коли ввімкнуть опалення?',
      text: 'Опалення вмикають, коли три доби поспіль холодніше ніж 8 °C.',
      stems: ['опален'],
      ownerId: 'administrator',
      checkBy: '2027-03-01',
    },
    ADMINISTRATOR,
  );
}
