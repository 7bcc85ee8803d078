import sharp from 'sharp';
import type { Resemblance } from '../../../src/domain/neighbours/resemblance.js';
import { A_PRICE_MONTH, aViberPrice } from './a-viber-price.js';
import { aBroadcast, anAppeal, NOW, pageOf } from './builders.js';
import { SENDING_COUNTS } from './demo-counts.js';
import { type FakeAppeals, fakeAppeals } from './fake-appeals.js';
import { fakeBroadcasts } from './fake-broadcasts.js';
import { fakeDeliveries } from './fake-deliveries.js';
import { fakeFiles } from './fake-files.js';

const at = (iso: string): Date => new Date(iso);

/** A queue with every urgency, a long conversation, broadcasts in every state: what the pages must survive. */
export async function demoWorld() {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#40566f' } })
    .jpeg()
    .toBuffer();
  const file = { name: '', contentType: 'image/jpeg', sizeBytes: photo.byteLength };
  const conversation = anAppeal({
    assigneeId: 'moderator',
    status: 'in-progress',
    messages: [
      {
        id: 'm1',
        from: 'citizen',
        text: 'Добрий день. Уже тиждень не світить ліхтар біля під’їзду.\nУвечері тут ходять діти. <b>Прошу</b> полагодити.',
        files: [
          { ...file, fileId: 'photo-1', kind: 'photo' },
          { ...file, fileId: 'photo-2', kind: 'photo' },
          { ...file, fileId: 'voice', kind: 'voice', contentType: 'audio/ogg', durationSeconds: 42 },
          {
            ...file,
            fileId: 'letter',
            kind: 'document',
            name: 'Заява мешканців.pdf',
            contentType: 'application/pdf',
          },
        ],
        at: at('2026-11-20T07:12:00Z'),
      },
      {
        id: 'm2',
        from: 'staff',
        authorId: 'moderator',
        text: 'Доброго дня, Маріє Петрівно! Аварійна бригада перевірить лінію 24 листопада.',
        files: [],
        at: at('2026-11-20T12:40:00Z'),
      },
      {
        id: 'm3',
        from: 'citizen',
        text: 'Дякую, чекатиму.',
        files: [],
        at: at('2026-11-20T13:02:00Z'),
      },
    ],
    notes: [
      {
        id: 'n1',
        authorId: 'administrator',
        text: 'Третє звернення з цієї вулиці за місяць. Варто перевірити шафу живлення.',
        at: at('2026-11-20T12:55:00Z'),
      },
    ],
    history: [
      { status: 'registered', at: at('2026-11-20T07:12:00Z'), by: 'system' },
      { status: 'in-progress', at: at('2026-11-20T12:30:00Z'), by: 'moderator' },
    ],
  });
  const appeals = withNeighbours(
    fakeAppeals([
      anAppeal({
        number: 'Н-2026-000098',
        subject: 'Яма на дорозі біля школи № 7',
        category: 'roads',
        dueAt: at('2026-11-20T21:59:59Z'),
        channel: 'viber',
      }),
      anAppeal({
        number: 'Н-2026-000101',
        subject: 'Не вивозять сміття з двору на вул. Космонавтів',
        category: 'yards',
        dueAt: at('2026-11-23T21:59:59Z'),
        assigneeId: 'moderator',
      }),
      anAppeal({
        number: 'Н-2026-000115',
        subject: 'Слабкий напір води на верхніх поверхах',
        category: 'utilities',
        dueAt: at('2026-11-27T21:59:59Z'),
      }),
      conversation,
      anAppeal({
        number: 'Н-2026-000130',
        subject: 'Легкий заробіток, від 5000 грн на день',
        status: 'received',
        quarantine: 'easy-job',
        dueAt: undefined,
      }),
      anAppeal({
        number: 'П-2026-000003',
        subject: 'Врахувати позиції військових у бюджеті',
        status: 'answered',
        commentsOn: '000000000000000000000001',
        accessLimit: { signs: ['позиції'], by: 'system', at: NOW },
      }),
      anAppeal({
        number: 'С-2026-000017',
        subject: 'Аварійне дерево нависає над тротуаром',
        category: 'yards',
        door: 'anonymous',
        applicant: undefined,
        dueAt: undefined,
        channel: 'viber',
      }),
    ]),
  );
  appeals.setDelivery('m2', { status: 'delivered', code: null });
  const broadcasts = fakeBroadcasts([
    aBroadcast({ viberPrice: aViberPrice() }),
    aBroadcast({
      id: 'b2',
      status: 'sending',
      title: 'Завтра не буде води на вулицях Гоголя і Гребінки',
      kind: 'announcement',
      startedAt: at('2026-11-23T09:59:00Z'),
      pictures: [{ fileId: 'f', publicName: 'k3x.jpg', alt: 'Аварійна бригада біля колодязя' }],
      ...SENDING_COUNTS,
    }),
  ]);
  const deliveries = fakeDeliveries(
    [
      {
        subscriberId: 's1',
        channel: 'telegram',
        address: '700100200',
        status: 'delivered',
        code: null,
        at: at('2026-11-23T09:59:30Z'),
      },
      {
        subscriberId: 's2',
        channel: 'viber',
        address: '01234567890A=',
        status: 'unreachable',
        code: 'viber.6',
        at: at('2026-11-23T09:59:31Z'),
      },
    ],
    new Map([['s1', 'Марія']]),
  );
  return {
    viberPrice: { month: async () => A_PRICE_MONTH },
    appeals,
    broadcasts,
    deliveries,
    files: fakeFiles(photo),
  };
}

/** Two joined about the same, one of them answered, and two that may be. */
function withNeighbours(appeals: FakeAppeals): FakeAppeals {
  const joined = [
    anAppeal({ number: 'Н-2026-000124', subject: 'Темно на вул. Шевченка', mergedInto: 'Н-2026-000123' }),
    anAppeal({
      number: 'Н-2026-000125',
      status: 'answered',
      mergedInto: 'Н-2026-000123',
      messages: [{ id: 'm2', from: 'staff', text: 'Полагоджено.', files: [], at: NOW, outboxKey: 'm2' }],
    }),
  ];
  const resemblance: Resemblance = {
    score: 0.9,
    place: { kind: 'street', street: { kind: 'вулиця', name: 'Шевченка', house: '40' } },
    isSameCategory: true,
    words: ['світить', 'ліхтар', 'діти'],
  };
  return {
    ...appeals,
    beside: async () => ({ ofCitizen: [], joined: joined.map((appeal) => pageOf(appeal)) }),
    similar: async () =>
      [true, false].map((isOpen, n) => ({
        appeal: anAppeal({
          number: `Н-2026-00012${6 + n}`,
          status: isOpen ? 'registered' : 'answered',
          subject: 'Ліхтарі не світять від школи до аптеки',
        }),
        isOpen,
        resemblance,
      })),
  };
}
