import type { Permission } from '../../domain/role.js';

/** One place among the settings. */
export interface OverviewItem {
  readonly href: string;
  readonly label: string;
  readonly description: string;
  /** Whose place it is; absent: everybody's who sees the settings */
  readonly permission?: Permission;
}

/** Places that belong together. */
export interface OverviewGroup {
  readonly heading: string;
  readonly items: readonly OverviewItem[];
}

/** Everything that can be set, in the order of how often it is. */
export const OVERVIEW: readonly OverviewGroup[] = [
  {
    heading: 'Рада та люди',
    items: [
      {
        href: '/settings/organisation',
        label: 'Організація',
        description: 'Назва ради, телефон, робочі години, територія громади.',
      },
      {
        href: '/settings/departments',
        label: 'Підрозділи',
        description: 'Назви, керівники, телефони; який підрозділ за що відповідає.',
      },
      {
        href: '/staff',
        label: 'Працівники',
        description: 'Облікові записи, ролі, посилання для входу.',
        permission: 'staff.manage',
      },
      {
        href: '/absences',
        label: 'Відсутності та заміщення',
        description: 'Кого немає на роботі, з якого до якого дня і хто заміщує.',
      },
    ],
  },
  {
    heading: 'Звернення',
    items: [
      {
        href: '/settings/office',
        label: 'Реєстрація та робочі дні',
        description:
          'Хто реєструє звернення; дні, коли рада працює чи не працює всупереч календарю; ранковий огляд.',
      },
      {
        href: '/settings/routing',
        label: 'Розподіл за словами',
        description: 'За якими словами звернення потрапляє до підрозділу.',
      },
      {
        href: '/settings/answers',
        label: 'Підпис відповідей',
        description: 'Чи підписує відповіді керівник, хто ще може, куди оскаржують відмову.',
      },
      {
        href: '/settings/replies',
        label: 'Готові відповіді',
        description: 'Тексти, якими відповідають найчастіше, зі змінними та файлами.',
      },
      {
        href: '/settings/chat',
        label: 'Чат-бот',
        description: 'Скільки повідомлень за хвилину від однієї людини бот обробляє одразу.',
      },
      {
        href: '/settings/faq',
        label: 'Картки з відповідями',
        description: 'Поради, які бот показує до подання звернення, і чи вони допомагають.',
      },
    ],
  },
  {
    heading: 'Розсилки',
    items: [
      {
        href: '/templates',
        label: 'Шаблони',
        description: 'Заготовки розсилок із полями, які заповнюють щоразу.',
      },
      {
        href: '/settings/topics',
        label: 'Теми',
        description: 'За якими темами люди обирають новини; додати свою, змінити порядок, приховати.',
      },
      {
        href: '/settings/hours',
        label: 'Тихі години',
        description: 'Коли розсилки чекають ранку, і хвилина мовчання.',
      },
      {
        href: '/settings/approval',
        label: 'Затвердження',
        description: 'Що затверджує друга людина, хто її заміщує, скільки часу можна забрати затвердження.',
      },
      {
        href: '/settings/lateness',
        label: 'Запізнілі розсилки',
        description: 'Що робити з розсилкою, яка не змогла піти вчасно.',
      },
      {
        href: '/settings/viber',
        label: 'Ціна у Viber',
        description: 'Ціна повідомлення, бюджет на місяць.',
      },
      {
        href: '/settings/greetings',
        label: 'Привітання',
        description: 'За скільки днів до свята відкривати чернетку і що в ній писати.',
      },
      {
        href: '/settings/poster',
        label: 'Плакат з QR-кодом',
        description: 'Аркуш на дошку оголошень: код відкриває чат у Telegram і Viber.',
      },
    ],
  },
  {
    heading: 'Матеріали та звіти',
    items: [
      { href: '/feeds', label: 'Стрічки', description: 'Сайти, з яких новини приходять самі.' },
      { href: '/greetings', label: 'Свята', description: 'Календар року, місцеві свята, дні жалоби.' },
      {
        href: '/settings/report',
        label: 'Місячний звіт',
        description: 'Назви у звіті та хто його підписує.',
      },
    ],
  },
  {
    heading: 'Безпека та система',
    items: [
      {
        href: '/settings/lights',
        label: 'Стан системи',
        description: 'Чи працюють Telegram, Viber і база даних; що робити, коли ні.',
      },
      {
        href: '/settings/retention',
        label: 'Строки зберігання',
        description: 'Що й коли Вісник забуває сам; кого видалено на вимогу.',
      },
      {
        href: '/settings/database',
        label: 'База даних',
        description: 'Яка база, скільки займає, як перейти на MongoDB.',
      },
      {
        href: '/settings/tokens',
        label: 'Токени API',
        description: 'Ключі для сайту міста та інших програм.',
        permission: 'staff.manage',
      },
      {
        href: '/audit',
        label: 'Журнал змін',
        description: 'Хто, що і коли змінив; перевірка, чи журнал цілий; файл для архіву.',
      },
    ],
  },
];
