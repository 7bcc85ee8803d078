import { type Connection, Types } from 'mongoose';
import { APPEAL_CATEGORIES, type Appeal, OPEN_APPEAL_STATUSES } from '../../src/domain/appeal.js';
import { BUILT_IN_TOPICS } from '../../src/domain/topic.js';
import { appealRow } from '../../src/storage/appeals/appeal-row.js';
import { topicsKey } from '../../src/storage/subscribers/subscriber-model.js';

const AT_ONCE = 5_000;
const DAY_MS = 24 * 60 * 60_000;
const DEPARTMENTS = ['roads', 'lighting', 'utilities', 'welfare'];

export interface CitySize {
  readonly subscribers: number;
  readonly appeals: number;
  /** Two a day until now; the last one is on its way */
  readonly broadcasts: number;
  /** People of each broadcast, and of the last one */
  readonly reach: number;
  readonly lastReach: number;
}

/** Something of it to open. */
export interface FilledCity {
  /** Number of an appeal */
  readonly appeal: string;
  /** Id of the last broadcast */
  readonly broadcast: string;
}

/**
 * A city's database after two years, written past the services: nobody waits for a hundred thousand dialogues.
 * One appeal in ten is open, one in a hundred overdue.
 *
 * @param now the newest of everything
 */
export async function fillCity(connection: Connection, size: CitySize, now: Date): Promise<FilledCity> {
  const people = Array.from({ length: size.subscribers }, () => new Types.ObjectId());
  await insert(connection, 'subscribers', size.subscribers, (n) => aSubscriber(n, people[n], size, now));
  await insert(connection, 'appeals', size.appeals, (n) => anAppeal(n, size, now));
  const broadcasts = Array.from({ length: size.broadcasts }, (_, n) => aBroadcast(n, size, now));
  await connection.collection('broadcasts').insertMany(broadcasts);
  for (const broadcast of broadcasts) {
    const reach = broadcast === broadcasts.at(-1) ? size.lastReach : size.reach;
    await insert(connection, 'deliveries', reach, (n) => aDelivery(n, people[n % people.length], broadcast));
  }
  return {
    appeal: numberOf(size.appeals - 1),
    broadcast: broadcasts.at(-1)?._id.toHexString() ?? '',
  };
}

type Row = Record<string, unknown>;

async function insert(
  connection: Connection,
  collection: string,
  count: number,
  rowOf: (n: number) => Row,
): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - from);
    const rows = Array.from({ length }, (_, n) => rowOf(from + n));
    await connection.collection(collection).insertMany(rows, { ordered: false, ignoreUndefined: true });
  }
}

function channelOf(n: number) {
  return n % 3 === 0 ? 'viber' : 'telegram';
}

function aSubscriber(n: number, _id: Types.ObjectId | undefined, { subscribers }: CitySize, now: Date): Row {
  const at = new Date(now.getTime() - ((subscribers - n) / subscribers) * 730 * DAY_MS);
  const hasLeft = n % 20 === 7;
  return {
    ...(_id ? { _id } : {}),
    channel: channelOf(n),
    address: String(500_000_000 + n),
    name: `Людмила Шевченко ${n}`,
    locale: 'uk',
    status: hasLeft ? 'stopped' : 'active',
    topics: [...BUILT_IN_TOPICS],
    topicsKey: topicsKey(BUILT_IN_TOPICS),
    deliveryMode: 'digest',
    digestAt: '18:00',
    consent: { source: 'dialogue', version: 1, textHash: '', at },
    source: 'dialogue',
    createdAt: at,
    ...(hasLeft ? { leftAt: new Date((at.getTime() + now.getTime()) / 2) } : {}),
  };
}

function anAppeal(n: number, { appeals }: CitySize, now: Date): Row {
  const receivedAt = new Date(now.getTime() - ((appeals - n) / appeals) * 730 * DAY_MS);
  const isOpen = n % 10 === 0;
  const isOverdue = n % 100 === 0;
  const subject = `Яма на дорозі біля будинку № ${n}`;
  const appeal: Appeal = {
    number: numberOf(n),
    channel: channelOf(n),
    subscriberId: new Types.ObjectId().toHexString(),
    address: String(500_000_000 + n),
    door: 'official',
    applicant: { fullName: `Коваленко Ольга ${n}`, residence: 'вул. Шевченка, 1' },
    category: APPEAL_CATEGORIES[n % APPEAL_CATEGORIES.length] ?? 'other',
    departmentId: DEPARTMENTS[n % DEPARTMENTS.length] ?? 'roads',
    place: undefined,
    status: (isOpen ? OPEN_APPEAL_STATUSES[n % 3] : undefined) ?? 'answered',
    assigneeId: n % 20 === 0 ? 'somebody' : undefined,
    receivedAt,
    registeredAt: receivedAt,
    dueAt: new Date(now.getTime() + (isOverdue ? -1 : 1) * ((n % 290) + 1) * 0.1 * DAY_MS),
    subject,
    messages: [{ id: `m${n}`, from: 'citizen', text: `${subject}. `.repeat(8), files: [], at: receivedAt }],
    notes: [],
    history: [
      { status: 'received', at: receivedAt, by: 'citizen' },
      { status: 'registered', at: receivedAt, by: 'system' },
    ],
    rating: undefined,
  };
  return { ...appealRow(appeal, `inbox-${n}`) };
}

function numberOf(n: number): string {
  return `Н-2026-${String(n).padStart(6, '0')}`;
}

function aBroadcast(n: number, { broadcasts }: CitySize, now: Date): Row & { readonly _id: Types.ObjectId } {
  const startedAt = new Date(now.getTime() - (broadcasts - 1 - n) * (DAY_MS / 2) - 60_000);
  const isLast = n === broadcasts - 1;
  return {
    _id: new Types.ObjectId(),
    kind: 'announcement',
    title: `Завтра не буде води, оголошення ${n}`,
    text: 'Завтра з 9:00 до 12:00 не буде води на вулиці Шевченка.',
    pictures: [],
    buttons: [],
    audience: {},
    delivery: 'instant',
    ignoreQuietHours: false,
    // Paused, so that the service does not go on with it.
    status: isLast ? 'paused' : 'finished',
    hash: `hash-${n}`,
    createdBy: 'editor',
    editedBy: 'editor',
    createdAt: startedAt,
    approvals: [{ by: 'approver', hash: `hash-${n}`, at: startedAt }],
    startedAt,
    ...(isLast ? {} : { finishedAt: new Date(startedAt.getTime() + 3_600_000) }),
  };
}

function aDelivery(n: number, person: Types.ObjectId | undefined, broadcast: Row): Row {
  const waits = broadcast.status === 'paused' && n % 2 === 0;
  const failed = !waits && n % 25 === 3;
  const at = broadcast.startedAt;
  return {
    broadcastId: broadcast._id,
    subscriberId: person,
    revision: 0,
    channel: channelOf(n),
    address: String(500_000_000 + n),
    locale: 'uk',
    status: waits ? 'queued' : failed ? 'unreachable' : channelOf(n) === 'viber' ? 'seen' : 'sent',
    ...(waits ? { dueAt: at } : {}),
    firstDueAt: at,
    attempt: waits ? 0 : 1,
    part: waits ? 0 : 1,
    fence: 1,
    messageIds: waits ? [] : [String(n)],
    code: failed ? 'telegram.403' : null,
    at: waits ? null : at,
    ...(waits || failed ? {} : { handedAt: at }),
  };
}
