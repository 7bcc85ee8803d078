import type { FeedErrorKind } from './reader.js';

/** What is said of a look that brought no feed. Numbers are those of `FEED_FETCH_LIMITS`. */
export const FAILURE_WORDS: Readonly<Record<FeedErrorKind, string>> = {
  html: 'Замість стрічки прийшла звичайна сторінка сайту. Перевірте адресу стрічки.',
  blank: 'Сайт віддав порожню відповідь.',
  format: 'Це не стрічка новин: ані RSS, ані Atom, ані JSON Feed.',
  broken: 'Стрічка обривається або пошкоджена: її не вдалося прочитати.',
  address:
    'За цією адресою не можна звертатися: потрібна адреса http:// або https:// на відкритому сайті, без імені та пароля.',
  tooLarge: 'Стрічка більша за 5 МБ.',
  timeout: 'Сайт не віддав стрічку за 20 секунд.',
  redirects: 'Адреса надто багато разів переадресовує.',
  status: 'Сайт відмовив: за цією адресою стрічки немає або сайт не працює.',
  network: 'Не вдалося з’єднатися із сайтом.',
};
