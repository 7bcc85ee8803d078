interface ErrorWords {
  readonly title: string;
  /** What to do about it, after the sentence that says what happened */
  readonly advice: string;
}

const RETRY: ErrorWords = {
  title: 'Не вдалося',
  advice: 'Поверніться назад кнопкою браузера: те, що ви набрали, там лишилося. Виправте й надішліть ще раз.',
};

/** By status of the answer; the rest reads as {@link RETRY}. */
const BY_STATUS: Readonly<Partial<Record<number, ErrorWords>>> = {
  401: {
    title: 'Потрібно увійти',
    advice: 'Сеанс закінчився: ви давно не працювали в цьому вікні, або вийшли в іншому.',
  },
  403: {
    title: 'Немає доступу',
    advice: 'Якщо вам це потрібно для роботи, попросіть адміністратора додати роль.',
  },
  404: {
    title: 'Не знайдено',
    advice:
      'Можливо, адресу скопійовано не повністю або запис видалено. Пошук угорі знаходить звернення за номером.',
  },
  409: {
    title: 'Уже змінилося',
    advice: 'Поверніться назад, оновіть сторінку й подивіться, як є тепер. Набране спершу скопіюйте.',
  },
  413: {
    title: 'Завеликий файл або текст',
    advice: 'Поверніться назад і надішліть менше: коротший текст, менші чи не всі файли.',
  },
  503: {
    title: 'Сервіс зайнятий',
    advice: 'Зачекайте хвилину й оновіть сторінку.',
  },
};

/** How a page tells staff of an error they can do something about. */
export function errorWords(status: number): ErrorWords {
  return BY_STATUS[status] ?? RETRY;
}
