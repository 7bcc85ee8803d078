import type { SubscriberStatus } from '../../domain/subscriber.js';

export const SUBSCRIBER_STATUS_WORDS: Readonly<Record<SubscriberStatus, string>> = {
  pending: 'Очікує згоди',
  active: 'Отримує розсилку',
  stopped: 'Розсилку вимкнено',
  unreachable: 'Чат заблоковано',
  erased: 'Дані видалено',
};
