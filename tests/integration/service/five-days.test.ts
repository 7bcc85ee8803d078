import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident, type Resident } from '../../support/resident.js';
import { aTimedWorld, type TimedWorld } from '../../support/timed-world.js';
import { until } from '../../support/until.js';

interface Message {
  readonly from: string;
  readonly text: string;
  readonly notice: string | null;
  readonly files: readonly unknown[];
  readonly delivery: { readonly status: string } | null;
}
interface AppealJson {
  readonly number: string;
  readonly kind: string;
  readonly category: string;
  readonly department: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly mergedInto: string | null;
  readonly coApplicants: readonly unknown[];
  readonly messages: readonly Message[];
}
interface ReportJson {
  readonly paragraphs: readonly { readonly key: string; readonly text: string }[];
  readonly numbers: readonly {
    readonly key: string;
    readonly count: number;
    readonly list: readonly unknown[];
  }[];
}

/** A Telegram chat takes a message a second; seventeen long talks, five to seven at once. */
const SLOW_MS = 300_000;
const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'] as const;
const ANSWER = 'Освітлення вулиці Шевченка відновлено 20 листопада: замінено кабель.';
const RESIDENCE = 'м. Ніжин, вул. Шевченка';

let world: TimedWorld;

beforeAll(async () => {
  world = await aTimedWorld('2026-11-16T07:00:00Z');
});
afterAll(() => world.close());

const pathOf = (number: string) => `/appeals/${encodeURIComponent(number)}`;
const read = (number: string) => world.get<AppealJson>(pathOf(number));
/** Eleven by the city's clock: the office is open */
const morningOf = (day: string) => world.turnTo(`${day}T09:00:00Z`);

/** Many talk at once: each waits for its turn. */
const PATIENCE_MS = 60_000;
const aTalker = (messenger: 'telegram' | 'viber', name: string) =>
  aResident(world.emulators, messenger, name, PATIENCE_MS);

interface Story {
  /** Says what happened, in whatever kind of message */
  readonly tell: (resident: Resident) => void;
  /** «Записали», unless something else is said of the piece */
  readonly heard?: string;
  readonly hasFiles?: true;
  /** Asked for what the words do not tell for certain */
  readonly category?: string;
  readonly address?: string;
  readonly door?: 'Офіційно' | 'Анонімно';
}

/** A resident goes through the whole dialogue. @returns the number they were told */
async function handsIn(resident: Resident, story: Story): Promise<string> {
  await resident.sees('Вітаємо!');
  await resident.press('Ні, лише звернення');
  await resident.sees('Опишіть своїми словами');
  story.tell(resident);
  await resident.sees(story.heard ?? 'Записали');
  await resident.press('Далі');
  if (story.category) {
    await resident.sees('Про що ваше звернення?');
    await resident.press(story.category);
  }
  if (story.category !== 'Інше') await answersPlace(resident, story.address);
  await resident.sees('Додайте фото');
  await resident.press(story.hasFiles ? 'Далі' : 'Без фото');
  await resident.sees('Як подати?');
  const { door = 'Офіційно' } = story;
  await resident.press(door);
  if (door === 'Офіційно') {
    await resident.sees('Напишіть прізвище');
    resident.say('Іваненко Марія Петрівна');
    await resident.sees('Напишіть місце проживання');
    resident.say(RESIDENCE);
  }
  await resident.sees('Перевірте, будь ласка');
  await resident.press('Надіслати');
  const { text } = await resident.sees('Номер: ');
  return /[НС]-2026-\d{6}/.exec(text ?? '')?.[0] ?? '';
}

async function answersPlace(resident: Resident, address: string | undefined): Promise<void> {
  await resident.sees('Де це?');
  await resident.press(address ? 'Написати адресу' : 'Місце не потрібне');
  if (!address) return;
  await resident.sees('Напишіть вулицю');
  resident.say(address);
}

const says = (text: string) => (resident: Resident) => resident.say(text);
const phoneOf = ({ id }: Resident) => world.emulators.telegram.phone(id);
const photo = (n: number) => ({ bytes: new Uint8Array([0xff, 0xd8, 0xff, n]), contentType: 'image/jpeg' });

const LAMP_WORDS = [
  'Не світить жоден ліхтар, дуже темно',
  'Ліхтарі згасли, темно ходити зі школи',
  'Уже тиждень темно: ліхтар не світить',
  'Прошу полагодити вуличне світло, ліхтарі не працюють',
];
const LAMP_ADDRESSES = ['вул. Шевченка, ', 'вулиця Шевченка ', 'Шевченка '];

/** The n-th of eleven neighbours, in either messenger, each in other words. */
function neighbour(n: number) {
  const resident = aTalker(n % 2 === 0 ? 'telegram' : 'viber', `Сусід ${n}`);
  const address = `${LAMP_ADDRESSES[n % LAMP_ADDRESSES.length]}${2 * n + 1}`;
  const handed = handsIn(resident, { tell: says(LAMP_WORDS[n % LAMP_WORDS.length] ?? ''), address });
  return handed.then((number) => ({ resident, number }));
}

const ORDINARY = [
  ['roads', 'Яма на перехресті'],
  ['utilities', 'Слабкий напір води'],
  ['yards', 'Не вивезено сміття'],
  ['welfare', 'Уточнити розмір субсидії'],
  ['other', 'Змінити графік прийому'],
] as const;

/** What came over the desk; each of a street of its own. */
function enters(n: number, changes: object = {}): Promise<AppealJson> {
  const [category, text] = ORDINARY[n % ORDINARY.length] ?? ORDINARY[0];
  return world.post('/appeals', {
    channel: n % 2 === 0 ? 'paper' : 'phone',
    nature: 'statement',
    applicant: { fullName: `Коваленко Олег ${n}`, residence: `м. Ніжин, вул. Садова, ${n}` },
    category,
    text: `${text}, звернення ${n}`,
    ...changes,
  });
}

describe('five days in which 88 residents write', () => {
  it(
    'each is numbered, routed and has its term; one street gets one answer; the report counts them all',
    async () => {
      const lamps: { readonly resident: Resident; readonly number: string }[] = [];
      const entered: AppealJson[] = [];
      const desk = async (count: number) => {
        for (let n = 0; n < count; n += 1) entered.push(await enters(entered.length));
      };
      const talks = (from: number, to: number) =>
        Promise.all(Array.from({ length: to - from }, (_, n) => neighbour(from + n)));

      // Monday: four neighbours, one anonymous, 16 over the desk.
      morningOf(DAYS[0]);
      const [monday, anonymous] = await Promise.all([
        talks(0, 4),
        handsIn(aTalker('telegram', 'Хтось'), {
          tell: says('У дворі щоночі палять сміття'),
          address: 'вул. Гоголя, 3',
          door: 'Анонімно',
        }),
      ]);
      lamps.push(...monday);
      await desk(16);

      // Tuesday: four neighbours, one swears, one writes in Russian, 16 over the desk.
      morningOf(DAYS[1]);
      const [tuesday, profane, russian] = await Promise.all([
        talks(4, 8),
        handsIn(aTalker('viber', 'Сердитий'), {
          tell: says('Довбані чиновники, якого чорта тротуар розбитий!'),
          address: 'вул. Козача, 8',
        }),
        handsIn(aTalker('telegram', 'Наталья'), {
          tell: says('Здравствуйте, второй день не вывозят мусор возле подъезда'),
          category: 'Двори, дерева, сміття',
          address: 'улица Московская, 15',
        }),
      ]);
      lamps.push(...tuesday);
      await desk(16);

      // Wednesday: three neighbours, a voice message, an album, a road of the oblast, 16 over the desk.
      morningOf(DAYS[2]);
      const driver = aTalker('telegram', 'Водій');
      const [wednesday, voice, album, road] = await Promise.all([
        talks(8, 11),
        handsIn(aTalker('telegram', 'Голос'), {
          tell: (one) => phoneOf(one).sendVoice({ bytes: new Uint8Array([79, 103, 103]) }, 42),
          hasFiles: true,
          heard: 'Голосове повідомлення (0:42) збережено',
          category: 'Інше',
        }),
        handsIn(aTalker('telegram', 'Альбом'), {
          tell: (one) =>
            phoneOf(one).sendAlbum([{ ...photo(1), caption: 'Яма на дорозі' }, photo(2), photo(3)]),
          hasFiles: true,
          address: 'вул. Батюка, 2',
        }),
        handsIn(driver, { tell: says('Ями на дорозі Ніжин – Прилуки за містом') }),
      ]);
      lamps.push(...wednesday);
      await desk(16);

      // Thursday and Friday: 18 over the desk, three without residence, two collective ones.
      morningOf(DAYS[3]);
      await desk(18);
      const nowhere = { applicant: { fullName: 'Бондар Ніна', residence: '' } };
      const homeless: AppealJson[] = [];
      for (let n = 0; n < 3; n += 1) homeless.push(await enters(100 + n, nowhere));
      morningOf(DAYS[4]);
      const collective: AppealJson[] = [];
      for (let n = 0; n < 2; n += 1) {
        const coApplicants = [1, 2, 3].map((one) => ({
          fullName: `Співзаявник ${one}`,
          residence: RESIDENCE,
        }));
        collective.push(await enters(200 + n, { channel: 'paper', coApplicants }));
      }

      const talked = [...lamps.map(({ number }) => number), anonymous, profane, russian, voice, album, road];
      const written = [...entered, ...homeless, ...collective].map(({ number }) => number);
      const numbers = [...talked, ...written];
      expect([talked.length, written.length]).toEqual([17, 71]);
      expect(new Set(numbers).size).toBe(88);
      expect(numbers.filter((number) => number.startsWith('Н-')).length).toBe(87);

      const all = new Map(
        await Promise.all(numbers.map(async (number) => [number, await read(number)] as const)),
      );
      const one = (number: string) => all.get(number) ?? ({} as AppealJson);
      for (const appeal of all.values()) {
        expect(appeal.department).not.toBe('');
        // A calendar month from its day, and no day of them is one off; an anonymous message has no term.
        expect(appeal.dueAt === null).toBe(appeal.number === anonymous);
      }
      const dueDays = lamps.map(({ number }) => one(number).dueAt?.slice(0, 10));
      expect(dueDays).toEqual([
        ...Array(4).fill('2026-12-16'),
        ...Array(4).fill('2026-12-17'),
        ...Array(3).fill('2026-12-18'),
      ]);
      expect([one(anonymous).kind, one(profane).status, one(profane).category]).toEqual([
        'signal',
        'registered',
        'roads',
      ]);
      expect(one(russian).messages[0]?.text).toBe(
        'Здравствуйте, второй день не вывозят мусор возле подъезда',
      );
      expect([one(voice), one(album)].map(({ messages }) => messages[0]?.files.length)).toEqual([1, 3]);
      expect(collective.map(({ coApplicants }) => coApplicants.length)).toEqual([3, 3]);

      // Whoever gave no residence is asked for it; the road belongs to the oblast.
      for (const { number } of homeless)
        await world.post(`${pathOf(number)}/request-details`, { missing: ['residence'] });
      await world.post(`${pathOf(road)}/forward-outside`, {
        addressee: 'Служба відновлення та розвитку інфраструктури у Чернігівській області',
        letterNumber: '01-12/345',
        letterDay: DAYS[4],
      });
      await driver.sees('надіслано за належністю: Служба відновлення');

      // The first neighbour's page proposes the ten others and nobody else; they are joined at once.
      const [first, ...others] = lamps.map(({ number }) => number);
      const leader = first ?? '';
      const similar = await world.get<{ items: { number: string; place: string }[] }>(
        `${pathOf(leader)}/similar`,
      );
      expect(similar.items.map(({ number }) => number).sort()).toEqual([...others].sort());
      await world.post(`${pathOf(leader)}/gather`, { with: others });
      for (const { resident, number } of lamps) {
        const { text } = await resident.sees('Про те саме написали й інші мешканці: 10 звернень.');
        expect(text).toContain(`Ваш номер ${number}`);
      }

      // One answer is eleven messages, each with its own number, each once.
      await world.post(`${pathOf(leader)}/reply`, { text: ANSWER, toAll: true });
      for (const { resident, number } of lamps) {
        const { text } = await resident.sees(ANSWER);
        expect(text).toContain(`Відповідь на звернення ${number}`);
      }
      const told = lamps.map(
        ({ resident }) => resident.texts().filter((text) => text.includes(ANSWER)).length,
      );
      expect(told).toEqual(Array(11).fill(1));
      for (const { number } of lamps) {
        const arrived = await until(`the answer to ${number} to arrive`, async () => {
          const { status, messages, dueAt } = await read(number);
          const state = messages.find(({ text }) => text === ANSWER)?.delivery?.status ?? '';
          return ['sent', 'delivered', 'seen'].includes(state) && { status, dueAt };
        });
        expect(arrived).toEqual({ status: 'answered', dueAt: one(number).dueAt });
      }

      // Twenty of the others are answered, too: 11 + 20 answered, 1 sent on, 87 - 32 = 55 open at the month's end.
      for (const { number } of entered.slice(0, 20))
        await world.post(`${pathOf(number)}/reply`, { text: 'Роботи виконано.' });
      world.turnTo('2026-12-01T09:00:00Z');
      const report = await world.get<ReportJson>('/reports/monthly/2026-11');
      const text = report.paragraphs.find(({ key }) => key === 'appeals')?.text;
      expect(text).toContain(
        'Отримано 88 звернень та повідомлень, з них офіційних звернень – 87, анонімних повідомлень – 1.',
      );
      expect(text).toContain(
        'Із 87 звернень: надано відповідь – 31, надіслано за належністю – 1, на розгляді – 55.',
      );
      expect(text).toContain('Строки дотримано щодо 32 з 32 розглянутих.');
      const figure = (key: string) => report.numbers.find((number) => number.key === key);
      expect([figure('appeals')?.count, figure('appeals')?.list.length]).toEqual([88, 88]);
      expect(figure('appeals.topic.lighting')?.count).toBe(11);
    },
    SLOW_MS,
  );
});
