import type { SubscriberStatus } from '../../domain/subscriber.js';

/** Why a person did not get a message: stored code → what staff read. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  cancelled: 'розсилку скасували раніше, ніж дійшла черга',
  restart: 'сервіс зупинився під час надсилання, відповіді месенджера немає',
  internal: 'помилка сервісу під час надсилання',
  client: 'застосунок людини не зміг показати повідомлення',
  'broadcast.missing': 'розсилки вже немає',
  'digest.fixed': 'новина прийшла в добірці за день, якої вже не змінити',
  'message.lost': 'невідомо, яке повідомлення змінювати',
  'recall.too-old': 'минуло понад 48 годин: Telegram уже не дає видалити повідомлення',
  'render.empty': 'у повідомленні немає що показати',

  'telegram.403.blocked': 'людина заблокувала чат',
  'telegram.403.deactivated': 'обліковий запис у Telegram видалено',
  'telegram.403.not-started': 'людина ще не починала чату',
  'telegram.403.left': 'чат видалено',
  'telegram.403': 'людина не приймає повідомлень',
  'telegram.400.chat-not-found': 'Telegram не знає такого чату',
  'telegram.400.migrated': 'це була група, і тепер у неї інша адреса',
  'telegram.400.message-gone': 'повідомлення, яке треба змінити, уже немає в чаті',
  'telegram.400.too-old': 'Telegram уже не дає видалити це повідомлення',
  'telegram.400.frozen': 'обліковий запис бота заморожено',
  'telegram.400.entities': 'Telegram не прийняв оформлення тексту',
  'telegram.400.too-long': 'Telegram не прийняв такого довгого тексту',
  'telegram.400.button': 'Telegram не прийняв кнопки',
  'telegram.400.file': 'Telegram не прийняв картинки або файлу',
  'telegram.401': 'Telegram не прийняв токена бота',
  'telegram.404': 'Telegram не знає такого бота',
  'telegram.429': 'Telegram попросив зачекати',

  'viber.2': 'Viber не прийняв токена',
  'viber.3': 'Viber не прийняв повідомлення',
  'viber.4': 'Viber не прийняв повідомлення: чогось бракує',
  'viber.5': 'людини вже немає у Viber',
  'viber.6': 'людина відписалася у Viber',
  'viber.7': 'обліковий запис міста у Viber заблоковано',
  'viber.8': 'Viber не знає облікового запису міста',
  'viber.9': 'обліковий запис міста у Viber призупинено',
  'viber.10': 'у Viber не задано адреси сервісу',
  'viber.11': 'у людини немає пристрою, який це покаже',
  'viber.12': 'Viber попросив зачекати',
  'viber.13': 'застарілий застосунок Viber',
  'viber.14': 'застарілий застосунок Viber',
  'viber.15': 'Viber не дозволив надсилання',
  'viber.19': 'Viber не прийняв масового надсилання',
  'viber.20': 'Viber не дозволив масових розсилок',
  'viber.21': 'країна людини не підтримується',
  'viber.23': 'вичерпано безкоштовні повідомлення Viber цього місяця',
  'viber.24': 'на рахунку Viber немає коштів',
  'viber.outside-session':
    'поза сеансом Viber: звичайне не надсилали, людина побачить його в «Новини сьогодні»',
  'viber.month-limit': 'вичерпано місячний ліміт Viber: безкоштовні повідомлення або бюджет',

  'network.refused': 'месенджер не прийняв з’єднання',
  'network.dns': 'адресу месенджера не знайдено',
  'network.unreachable': 'немає зв’язку з месенджером',
  'network.certificate': 'сертифікат месенджера не справжній',
  'network.reset': 'зв’язок обірвався після надсилання',
  'network.timeout': 'месенджер не відповів вчасно',
  'network.garbage': 'незрозуміла відповідь месенджера',
};

const LEFT_WORDS: Readonly<Record<Exclude<SubscriberStatus, 'active'>, string>> = {
  pending: 'людина більше не погоджується на розсилку',
  stopped: 'людина відписалася раніше, ніж дійшла черга',
  unreachable: 'людина заблокувала чат раніше, ніж дійшла черга',
  erased: 'дані людини видалено',
};

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^telegram\.5\d\d$/, 'збій на боці Telegram'],
  [/^telegram\./, 'Telegram відмовив'],
  [/^viber\.\d+$/, 'Viber відмовив'],
  [/^network\./, 'збій зв’язку'],
];

/** A stored code in words; one that nobody described yet is shown as it is, never hidden. */
export function reasonWords(code: string): string {
  const left = /^left\.(.+)$/.exec(code)?.[1];
  const known = REASON_WORDS[code] ?? LEFT_WORDS[left as keyof typeof LEFT_WORDS];
  if (known !== undefined) return known;
  const family = FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
  return family === undefined ? code : `${family} (${code})`;
}
