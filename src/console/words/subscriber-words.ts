import type { SubscriberStatus } from '../../domain/subscriber.js';

export const SUBSCRIBER_STATUS_WORDS: Readonly<Record<SubscriberStatus, string>> = {
  pending: 'Ще не погодився',
  active: 'Отримує розсилку',
  stopped: 'Відписався',
  unreachable: 'Недосяжний',
  erased: 'Дані видалено',
};
