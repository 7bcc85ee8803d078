/** A file a resident sends. */
export interface PhoneFile {
  readonly bytes: Uint8Array;
  readonly fileName?: string | undefined;
  readonly contentType?: string | undefined;
  readonly caption?: string | undefined;
}

/** What a press did on the phone itself. */
export type PressResult =
  | { readonly did: 'told-bot' }
  | { readonly did: 'opened-url'; readonly url: string }
  | { readonly did: 'nothing' };

/** There is no such button, message or person on this phone. */
export class PhoneError extends Error {
  override readonly name = 'PhoneError';
}
