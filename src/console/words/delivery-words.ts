import type { CountedStatus } from '../../domain/delivery.js';

/** One delivery of a broadcast, in the order of the nine counts. */
export const DELIVERY_WORDS: Readonly<Record<CountedStatus, string>> = {
  queued: 'У черзі',
  sending: 'Надсилається',
  sent: 'Надіслано',
  delivered: 'Доставлено',
  seen: 'Переглянуто',
  failed: 'Не доставлено',
  unreachable: 'Недосяжна адреса',
  unknown: 'Невідомо',
  skipped: 'Пропущено',
};

/** The same statuses over a number of people. */
export const COUNT_WORDS: Readonly<Record<CountedStatus, string>> = {
  ...DELIVERY_WORDS,
  sending: 'Надсилаються',
  unreachable: 'Недосяжні адреси',
};

/** What became of an answer to a citizen, and what staff should do about it. */
export const ANSWER_WORDS: Readonly<Record<CountedStatus, string>> = {
  queued: 'надсилається',
  sending: 'надсилається',
  sent: 'надіслано',
  delivered: 'доставлено',
  seen: 'переглянуто',
  failed: 'не доставлено: зателефонуйте',
  unreachable: 'не доставлено, бо людина заблокувала чат: зателефонуйте',
  unknown: 'невідомо, чи доставлено: зателефонуйте',
  skipped: 'не надсилалося',
};
