import type { ChannelId } from './channel-id.js';

/** The person an event came from, as the messenger names them. */
export interface Person {
  readonly channel: ChannelId;
  readonly address: string;
  readonly name: string | undefined;
}

/** A file in the messenger, to be fetched at once: Viber's links live about an hour. */
export interface RemoteFile {
  readonly kind: 'photo' | 'voice' | 'audio' | 'video' | 'document';
  /** Telegram file_id or a URL; opaque outside the channel */
  readonly ref: string;
  readonly name: string | undefined;
  readonly contentType: string | undefined;
  readonly sizeBytes: number | undefined;
  /** Voice and video only */
  readonly durationSeconds: number | undefined;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

interface Incoming {
  readonly person: Person;
  /** When it happened by the messenger's clock, else when we received it */
  readonly at: Date;
}

/**
 * The person opened the chat or came back. `greet` is false where the messenger announces it silently
 * (Viber `subscribed`, Telegram unblocking) or where the welcome was the HTTP answer itself.
 */
export interface SubscribedEvent extends Incoming {
  readonly kind: 'subscribed';
  readonly greet: boolean;
  /** Deep-link payload: `/start <payload>` or Viber `context` */
  readonly context: string | undefined;
}

/** Blocked the bot or unsubscribed in the messenger. */
export interface UnsubscribedEvent extends Incoming {
  readonly kind: 'unsubscribed';
}

export interface MessageEvent extends Incoming {
  readonly kind: 'message';
  readonly messageId: string;
  /** Text or caption; '' when there is none */
  readonly text: string;
  readonly files: readonly RemoteFile[];
  readonly place: Place | undefined;
  /** Of a contact that was shared */
  readonly phone?: string | undefined;
  /** What the messenger can send and we cannot read: the dialogue answers E1 or E2 */
  readonly unreadable: 'sticker' | 'other' | undefined;
  /** Pieces of one album share it */
  readonly albumId: string | undefined;
  /** Message of ours that the person replied to */
  readonly replyToMessageId: string | undefined;
  /** True when the person changed an earlier message (`messageId` is that one's) */
  readonly edited: boolean;
}

export interface ButtonEvent extends Incoming {
  readonly kind: 'button';
  /** `ButtonAction.data` of the pressed button */
  readonly data: string;
  /** Message of ours that carried the button */
  readonly messageId: string | undefined;
  /** To be handed back to `acknowledge`, which stops the messenger's waiting mark */
  readonly acknowledgement: string | undefined;
}

export type ResidentEvent = SubscribedEvent | UnsubscribedEvent | MessageEvent | ButtonEvent;

/** A late word of the messenger about a message of ours. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly channel: ChannelId;
  readonly address: string;
  readonly messageId: string;
  readonly status: 'delivered' | 'seen' | 'failed';
  /** `failed` only: the messenger's reason, without personal data */
  readonly reason: string | undefined;
  readonly at: Date;
}

export type InboundEvent = ResidentEvent | Receipt;
