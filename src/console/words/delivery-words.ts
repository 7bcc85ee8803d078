import type { CountedStatus } from '../../domain/delivery.js';

/** One delivery of a broadcast, in the order of the nine counts. */
export const DELIVERY_WORDS: Readonly<Record<CountedStatus, string>> = {
  queued: 'У черзі',
  sending: 'Надсилається',
  sent: 'Надіслано',
  delivered: 'Доставлено',
  seen: 'Переглянуто',
  failed: 'Не доставлено',
  unreachable: 'Чат заблоковано',
  unknown: 'Невідомо',
  skipped: 'Пропущено',
};

/** The same statuses over a number of people. */
export const COUNT_WORDS: Readonly<Record<CountedStatus, string>> = {
  ...DELIVERY_WORDS,
  sending: 'Надсилаються',
  unreachable: 'Заблокували чат',
};

/** What became of an answer to a citizen, and what staff should do about it. */
export const ANSWER_WORDS: Readonly<Record<CountedStatus, string>> = {
  queued: 'надсилається',
  sending: 'надсилається',
  sent: 'надіслано',
  delivered: 'доставлено',
  seen: 'переглянуто',
  failed: 'не доставлено: надішліть листом',
  unreachable: 'не доставлено, бо людина заблокувала чат: надішліть листом',
  unknown: 'невідомо, чи доставлено: надішліть ще й листом',
  skipped: 'не надсилалося',
};
