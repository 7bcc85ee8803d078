import { createHash } from 'node:crypto';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Locale } from '../../domain/locale.js';
import { BUILT_IN_TOPICS, MAIN_TOPICS, type Topic } from '../../domain/topic.js';
import type { PersonInput } from '../emulators/person.js';

/** How many subscribers the demonstration has in each messenger. */
export const CROWD_SIZE = { telegram: 900, viber: 600 } as const satisfies Readonly<
  Record<ChannelId, number>
>;

/** One demonstration subscriber: nobody real, a first name and a letter. */
export interface CrowdMember {
  readonly channel: ChannelId;
  readonly address: string;
  readonly name: string;
  readonly locale: Locale;
  readonly topics: readonly Topic[];
}

const FIRST_NAMES = [
  'Анна',
  'Богдан',
  'Валентина',
  'Віктор',
  'Галина',
  'Дмитро',
  'Євгенія',
  'Зоя',
  'Іван',
  'Ірина',
  'Катерина',
  'Леонід',
  'Любов',
  'Марина',
  'Микола',
  'Надія',
  'Олег',
  'Ольга',
  'Павло',
  'Раїса',
  'Світлана',
  'Юрій',
  'Яна',
] as const;
const INITIALS = 'АБВГДЗКЛМНОПРСТФХЧШ';

/** Below the ids that the emulator makes up and above those of its residents. */
const FIRST_TELEGRAM_ID = 7_200_000_000;

/** What people usually choose: the main topics, everything, or some. */
const CHOICES: readonly (readonly Topic[])[] = [
  MAIN_TOPICS,
  BUILT_IN_TOPICS,
  MAIN_TOPICS,
  ['news', 'utilities', 'events'],
  BUILT_IN_TOPICS,
  MAIN_TOPICS,
  ['utilities'],
  BUILT_IN_TOPICS,
  ['news', 'events', 'greetings'],
  ['news', 'acts', 'petitions'],
];

/** Everybody of one messenger, always the same people. */
export function crowdOf(channel: ChannelId): readonly CrowdMember[] {
  return Array.from({ length: CROWD_SIZE[channel] }, (_, index) => ({
    channel,
    address: channel === 'telegram' ? String(FIRST_TELEGRAM_ID + index * 7_919) : viberAddress(index),
    name: `${pick(FIRST_NAMES, index * 7)} ${pick([...INITIALS], index * 5 + (index >> 4))}.`,
    locale: index % 40 === 17 ? 'en' : 'uk',
    topics: pick(CHOICES, index * 3 + (index >> 3)),
  }));
}

/** The crowd as the emulated messenger knows it: they wrote to the bot once. */
export function crowdPeople(channel: ChannelId): readonly PersonInput[] {
  return crowdOf(channel).map(({ address, name, locale }) => ({
    id: address,
    name,
    locale,
    status: 'active',
    crowd: true,
  }));
}

/** 24 base64 characters, as Viber's user ids are. */
function viberAddress(index: number): string {
  return createHash('sha256')
    .update(`visnyk demonstration ${index}`)
    .digest()
    .subarray(0, 16)
    .toString('base64');
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}
