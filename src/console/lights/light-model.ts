import type { DatabaseLight, LightsReport, MessengerLight, Reception } from '../../services/lights/lights.js';
import { reasonWords } from '../../services/outbox/reason-words.js';
import type { BadgeTone } from '../components/badge.js';
import { plural } from '../words/plural.js';
import { sizeWords } from '../words/size-words.js';

/** One light as the page shows it. */
export interface LightModel {
  readonly title: string;
  readonly tone: BadgeTone;
  readonly word: string;
  readonly sentences: readonly string[];
}

/** A database that takes longer makes every page slow. */
const SLOW_MS = 500;
/** Room for a few of the largest videos that residents may send. */
const ENOUGH_BYTES = 256 * 1024 ** 2;
const UPDATES = { one: 'повідомлення', few: 'повідомлення', other: 'повідомлень' };

/** Three lights in plain sentences: how it is, and what to do. */
export function lightModels({ telegram, viber, database }: LightsReport): readonly LightModel[] {
  return [
    messenger('Telegram', 'TELEGRAM_BOT_TOKEN', telegram),
    messenger('Viber', 'VIBER_AUTH_TOKEN', viber),
    databaseModel(database),
  ];
}

function messenger(title: string, variable: string, light: MessengerLight): LightModel {
  switch (light.kind) {
    case 'off':
      return {
        title,
        tone: 'quiet',
        word: 'Вимкнено',
        sentences: [
          `Токена не задано, тому в ${title} Вісник не працює.`,
          `Що робити: нехай адміністратор сервера впише ${variable} у файл .env і перезапустить сервіс.`,
        ],
      };
    case 'failed':
      return {
        title,
        tone: 'bad',
        word: 'Не відповідає',
        sentences: [
          `${title} не відповів як слід: ${reasonWords(light.code)}.`,
          isTokenRefused(light.code)
            ? `Що робити: перевірте ${variable} у файлі .env і перезапустіть сервіс.`
            : 'Що робити: перевірте інтернет на сервері та спробуйте за кілька хвилин. Розсилки чекають і не губляться.',
        ],
      };
    case 'answers': {
      const problems = [
        ...receptionProblem(title, light.reception),
        ...(light.trouble === undefined ? [] : [`Надсилання зупинено: ${reasonWords(light.trouble)}.`]),
        ...(light.waiting > 0
          ? [
              `${title} ще не передав нам ${plural(light.waiting, UPDATES)}: зачекайте хвилину й перевірте ще раз.`,
            ]
          : []),
      ];
      return {
        title,
        tone: problems.length === 0 ? 'ok' : 'warn',
        word: problems.length === 0 ? 'Працює' : 'Потребує уваги',
        sentences: [`Бот «${light.name}» відповідає.`, ...problems],
      };
    }
  }
}

/** @see https://core.telegram.org/api/errors, https://developers.viber.com/docs/api/rest-bot-api/#error-codes */
function isTokenRefused(code: string): boolean {
  return ['telegram.401', 'telegram.404', 'viber.2', 'viber.8'].includes(code);
}

function receptionProblem(title: string, { kind }: Reception): readonly string[] {
  switch (kind) {
    case 'polling':
    case 'webhook':
      return [];
    case 'elsewhere':
      return [
        `Повідомлення людей приходять не сюди: ${title} надсилає їх на іншу адресу або нікуди.`,
        'Що робити: перезапустіть сервіс, він назве свою адресу знову. Якщо не допомогло, цей токен використовує ще якась програма.',
      ];
    case 'no-address':
      return [
        `${title} не може передавати нам повідомлення: сервіс не має зовнішньої адреси.`,
        'Що робити: задайте PUBLIC_URL (адресу https) у файлі .env і перезапустіть сервіс.',
      ];
  }
}

function databaseModel(light: DatabaseLight): LightModel {
  const title = 'База даних';
  if (light.kind === 'failed')
    return {
      title,
      tone: 'bad',
      word: 'Не пише',
      sentences: [
        light.reason === 'late'
          ? 'База даних не відповіла за 5 секунд.'
          : 'База даних відмовилася зберегти пробний запис.',
        'Що робити: перевірте місце на диску та чи працює MongoDB. Поки база не пише, нові звернення не приймаються, а месенджери триматимуть їх у себе.',
      ],
    };
  const problems = [
    ...(light.tookMs > SLOW_MS
      ? [`Запис тривав ${light.tookMs} мс: диск перевантажений або повільний.`]
      : []),
    ...(light.freeBytes < ENOUGH_BYTES
      ? [
          `На диску лишилося ${sizeWords(light.freeBytes)}. Що робити: звільніть місце, інакше фото людей не збережуться.`,
        ]
      : []),
  ];
  const engine = light.engine === 'embedded' ? 'Вбудована база' : 'MongoDB';
  return {
    title,
    tone: problems.length === 0 ? 'ok' : 'warn',
    word: problems.length === 0 ? 'Працює' : 'Потребує уваги',
    sentences: [
      `${engine} зберігає: пробний запис тривав ${light.tookMs} мс. Вільно на диску: ${sizeWords(light.freeBytes)}.`,
      ...problems,
    ],
  };
}
