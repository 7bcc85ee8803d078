/** What a button does. `data` is ours: ASCII, at most 64 bytes (Telegram's callback data). */
export type ButtonAction =
  | { readonly kind: 'command'; readonly data: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'request-location' | 'request-phone' };

export interface Button {
  /** At most 32 characters, no emoji */
  readonly label: string;
  readonly action: ButtonAction;
}

/**
 * `question`: choices of the open question, a bottom keyboard in both messengers.
 * `message`: buttons of a message that lives on (news, appeal card, answer): inline in Telegram, that
 * message's keyboard in Viber.
 */
export interface Keyboard {
  readonly placement: 'question' | 'message';
  readonly rows: readonly (readonly Button[])[];
}
