/** Where formatting applies, in UTF-16 units of the message's text. */
export interface PhoneEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string | undefined;
}

/** What a press does. `reply` sends text, `callback` tells the bot silently. */
export type PhoneButtonAction =
  | 'callback'
  | 'reply'
  | 'url'
  | 'copy'
  | 'share-phone'
  | 'share-location'
  | 'none';

/** A button as it is drawn. */
export interface PhoneButton {
  readonly label: string;
  readonly action: PhoneButtonAction;
  /** For `url` */
  readonly url?: string | undefined;
  /** Viber: width in sixths of the screen, height in rows, colour `#RRGGBB` */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly background?: string | undefined;
}

/** The keyboard under the chat. */
export interface PhoneKeyboard {
  readonly rows: readonly (readonly PhoneButton[])[];
  readonly placeholder?: string | undefined;
  /** Hides after one press */
  readonly oneTime: boolean;
}

/** A file shown in the chat. */
export interface PhoneMedia {
  /** A path of the control API, or the full address a Viber bot gave */
  readonly url: string;
  readonly contentType?: string | undefined;
  readonly fileName?: string | undefined;
  readonly sizeBytes?: number | undefined;
}

export type PhoneMessageKind =
  | 'text'
  | 'photo'
  | 'video'
  | 'document'
  | 'voice'
  | 'audio'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'link'
  | 'rich-media'
  | 'other';

/** One bubble of a chat, the same shape for both messengers. */
export interface PhoneMessage {
  /** Telegram message_id or Viber message_token, as text */
  readonly id: string;
  readonly from: 'bot' | 'person';
  readonly kind: PhoneMessageKind;
  /** Text or caption, without markup in Telegram; Viber's `*bold*` stays as typed */
  readonly text: string;
  readonly entities: readonly PhoneEntity[];
  /** ISO 8601 */
  readonly sentAt: string;
  readonly editedAt?: string | undefined;
  /** Viber shows the sender's name over the bubble */
  readonly senderName?: string | undefined;
  readonly media?: PhoneMedia | undefined;
  /** Messages of one album share it */
  readonly albumId?: string | undefined;
  readonly location?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly contact?: { readonly name: string; readonly phone: string } | undefined;
  /** Inline buttons under the bubble (Telegram) or the rich media's buttons (Viber) */
  readonly buttons: readonly (readonly PhoneButton[])[];
  /** The message it answers */
  readonly repliesTo?: string | undefined;
}
