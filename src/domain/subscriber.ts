import type { Applicant } from './appeal.js';
import type { ChannelId } from './channel-id.js';
import type { Locale } from './locale.js';
import type { DailyWindow } from './sending-hours.js';
import type { Topic } from './topic.js';

/**
 * - `pending` known (wrote or opened the chat), has not agreed to mailings
 * - `active` agreed: the only status that broadcasts go to
 * - `stopped` unsubscribed by our own /stop
 * - `unreachable` blocked the bot, unsubscribed in Viber, deleted the account
 * - `erased` personal data deleted on the person's demand
 */
export const SUBSCRIBER_STATUSES = ['pending', 'active', 'stopped', 'unreachable', 'erased'] as const;
export type SubscriberStatus = (typeof SUBSCRIBER_STATUSES)[number];

/** How ordinary broadcasts reach the person: at once, or once a day in one message. */
export type DeliveryMode = 'instant' | 'digest';

/** A documented free act of an informed person (Law 2297-VI): which text was agreed to, and when. */
export interface Consent {
  readonly source: 'dialogue' | 'import';
  /** Edition of the text, «редакція 1» */
  readonly version: number;
  /** SHA-256 of the text shown, hex */
  readonly textHash: string;
  readonly at: Date;
}

/** One person in one messenger. */
export interface Subscriber {
  readonly id: string;
  readonly channel: ChannelId;
  /** The messenger's own id of the person: Telegram chat id or Viber user id. Never logged. */
  readonly address: string;
  readonly name: string | undefined;
  readonly locale: Locale;
  readonly status: SubscriberStatus;
  readonly topics: readonly Topic[];
  readonly deliveryMode: DeliveryMode;
  /** Hour and minute of the daily digest in the city's time, `HH:MM` */
  readonly digestAt: string;
  /** The person's own quiet hours, beside the organisation's */
  readonly quietHours?: DailyWindow | undefined;
  readonly consent: Consent | undefined;
  /** Corrected by the person in «Мої дані»; '' where a part is not known */
  readonly applicant?: (Applicant & { readonly at: Date }) | undefined;
  /** To be named as the applicant; the appeals themselves rest on the law, not on it */
  readonly appealConsent?: Omit<Consent, 'source'> | undefined;
  /** What was known before then is not to be used again: the person withdrew it, or asked to be erased */
  readonly forgottenAt?: Date | undefined;
  /** Deep-link payload of the first contact (a QR code on a poster), or `import` */
  readonly source: string | undefined;
  readonly createdAt: Date;
}
