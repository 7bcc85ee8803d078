import type { ChannelId } from '../../domain/channel-id.js';
import type { InboundEvent, RemoteFile } from '../../domain/inbound-event.js';

/** An update or callback exactly as it came, with what is needed to store it once and in order. */
export interface RawUpdate {
  readonly channel: ChannelId;
  /** The messenger's own identity of this update; the same update again has the same key */
  readonly key: string;
  /** Rows of one person are processed in order; '' when nobody in particular sent it */
  readonly person: string;
  /** The body as received (JSON text) */
  readonly body: string;
  /** It tells what became of a message of ours: thousands come after a broadcast, so they queue apart */
  readonly isReceipt?: boolean | undefined;
}

/** Refusal to fetch a file; `tooLarge` and `gone` are final, `failed` may be tried again. */
export class FetchFileError extends Error {
  override readonly name = 'FetchFileError';

  constructor(
    readonly reason: 'tooLarge' | 'gone' | 'failed',
    options?: ErrorOptions,
  ) {
    super(`file not fetched: ${reason}`, options);
  }
}

export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

/** The incoming half of a messenger. */
export interface InboundChannel {
  readonly id: ChannelId;
  /**
   * Normalises a stored body. `undefined`: nothing for us (a group, a channel post, a probe); never throws on
   * a body that was kept.
   */
  parse(body: string, receivedAt: Date): InboundEvent | undefined;
  /** @throws {FetchFileError} */
  fetchFile(file: RemoteFile, signal: AbortSignal): Promise<FetchedFile>;
  /** Stops the waiting mark of a pressed button. Best effort: failing is not an error. */
  acknowledge(acknowledgement: string, signal: AbortSignal): Promise<void>;
}

/**
 * Where channels hand over what they receive. Resolves only after the update is durably stored, or was
 * stored before (`repeated`); rejects when it is not, and then the messenger must not be answered 200.
 */
export interface Intake {
  accept(updates: readonly RawUpdate[]): Promise<readonly { readonly repeated: boolean }[]>;
}
