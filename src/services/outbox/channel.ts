import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { ShownMessage } from '../../domain/shown-message.js';

/** What a messenger can carry. Lengths are UTF-16 units. */
export interface ChannelLimits {
  readonly textUnits: number;
  readonly captionUnits: number;
  /** Addresses one request can reach: 1, or Viber's 300 */
  readonly addressesPerRequest: number;
}

/** One request to the messenger. */
export interface RenderedPart {
  /** The request's body as the channel wants it back in `send`; plain JSON, without addresses */
  readonly payload: unknown;
  /** Messages it counts for in the budget: an album counts each item */
  readonly cost: number;
  /** File ids whose bytes the messenger must be given once; then its own reference is used */
  readonly uploads: readonly string[];
  /** Set on a change of what was sent: which of the row's targets it changes, from 0 */
  readonly target?: number | undefined;
  /** What a person sees of it: the payload is made of this, and previews show it */
  readonly shown: ShownMessage;
}

/** What a person loses in this messenger, told before approval. */
export interface RenderWarning {
  readonly code: string;
  /** Ukrainian, for staff */
  readonly message: string;
}

export interface RenderedMessage {
  readonly parts: readonly RenderedPart[];
  readonly warnings: readonly RenderWarning[];
}

/** Bytes of stored files, and the references a messenger gave for those it already has. */
export interface UploadSource {
  read(fileId: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }>;
  reference(fileId: string): string | undefined;
}

export interface SendRequest {
  /** One address, or up to `addressesPerRequest` that all get the same part */
  readonly addresses: readonly string[];
  readonly part: RenderedPart;
  readonly uploads: UploadSource;
  /** The message that the part changes */
  readonly messageId?: string | undefined;
}

export interface SendReceipt {
  /** The messenger's ids as exact strings: one, or each item of an album; a Viber batch shares one */
  readonly messageIds: readonly string[];
  /** New references for uploaded files: file id → reference */
  readonly references: ReadonlyMap<string, string>;
  /** People of a batch whom the messenger refused; the others are accepted */
  readonly refused: ReadonlyMap<string, SendError>;
  /** Viber's billing_status, kept for the price report */
  readonly billingStatus?: number | undefined;
}

/** What the outbox must do with a failed send. */
export type SendFailure =
  /** A 5xx refused in JSON, a network failure before the request went out: may pass */
  | { readonly kind: 'retry' }
  /** Too fast: the whole sender is silent for `retryAfterMs`, or, if `whose` says so, perhaps this person has had enough */
  | {
      readonly kind: 'throttled';
      readonly whose: 'bot' | 'bot-or-person';
      readonly retryAfterMs: number;
    }
  /**
   * Blocked the bot, unsubscribed, deleted the account. `stranger`: the bot and the person do not know each other,
   * which is also what a messenger says of everybody when the token is another bot's
   */
  | { readonly kind: 'unreachable'; readonly stranger?: boolean | undefined }
  /** May have arrived: never repeated */
  | { readonly kind: 'unknown' }
  /** Token or account refused: the channel pauses */
  | { readonly kind: 'account' }
  /** The bot may not write to many people with one request: they get theirs one by one */
  | { readonly kind: 'one-by-one' }
  /** The content will not be accepted for anybody */
  | { readonly kind: 'content' }
  /** The message to change is no longer there, or too old: nothing more can be done for this person */
  | { readonly kind: 'gone' }
  /** This person will not get this message, e.g. on an old telephone */
  | { readonly kind: 'rejected' };

/**
 * A messenger refused a message. `code` is stable: stored on the delivery and counted in reports,
 * e.g. `telegram.403.blocked`, `viber.6`, `network.reset`. The message never holds a token or a text.
 */
export class SendError extends Error {
  override readonly name = 'SendError';

  constructor(
    readonly code: string,
    readonly failure: SendFailure,
    options?: ErrorOptions,
  ) {
    super(`send refused: ${code}`, options);
  }
}

/** What a messenger lets a bot do with messages it has sent. Doing it twice comes to the same. */
export interface MessageChanges {
  /** Makes the messages of `original` say `corrected`; undefined when it does not fit into the same messages */
  edit(original: OutgoingContent, corrected: OutgoingContent): readonly RenderedPart[] | undefined;
  /** Takes one message away. @param target as in {@link RenderedPart} */
  remove(target: number): RenderedPart;
}

/** The outgoing half of a messenger. Sends once, within the signal's deadline, or throws SendError. Never retries, never sleeps, never stores. */
export interface Channel {
  readonly id: ChannelId;
  readonly limits: ChannelLimits;
  render(content: OutgoingContent): RenderedMessage;
  /** Absent where what was sent stays as it is */
  readonly changes?: MessageChanges | undefined;
  send(request: SendRequest, signal: AbortSignal): Promise<SendReceipt>;
}
