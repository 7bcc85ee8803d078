import { createHash } from 'node:crypto';
import { Refusal } from '../../domain/refusal.js';

/** An answer kept to be given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Makes a repeated request harmless: the second one with the same key gets the first one's answer. */
export interface Idempotency {
  /**
   * Runs the request, or returns the answer kept for this key.
   *
   * @param owner secret of whoever asks: nobody else can name their keys
   * @param fingerprint what the request asks for; another one under the same key is refused
   * @param run its answer is kept when it is a success; nothing was changed otherwise, and the key is free again
   * @throws {Refusal} invalid: key used for another request; conflict: the first one is still under way
   */
  once(
    request: { readonly owner: string; readonly key: string; readonly fingerprint: string },
    run: () => Promise<KeptAnswer>,
  ): Promise<KeptAnswer>;
}

/** A key in use. `answer` is absent while its request is under way. */
export interface KeyRecord {
  /** Of owner and key */
  readonly id: string;
  readonly fingerprint: string;
  readonly answer: KeptAnswer | undefined;
  /** The request under way counts as dead after this */
  readonly busyUntil: Date;
}

export interface IdempotencyStore {
  /** @returns undefined when the key is now ours, else the record that has it */
  claim(record: Omit<KeyRecord, 'answer'>, now: Date): Promise<KeyRecord | undefined>;
  keep(id: string, answer: KeptAnswer): Promise<void>;
  release(id: string): Promise<void>;
}

/** Far longer than any request that is not a stream takes; after a crash the key is free again. */
const BUSY_MS = 2 * 60_000;

/** @param real the real clock */
export function createIdempotency(store: IdempotencyStore, real: () => Date): Idempotency {
  return {
    async once({ owner, key, fingerprint }, run) {
      const id = createHash('sha256').update(`${owner}\n${key}`).digest('hex');
      const busyUntil = new Date(real().getTime() + BUSY_MS);
      const taken = await store.claim({ id, fingerprint, busyUntil }, real());
      if (taken) return answerOf(taken, fingerprint);
      const answer = await run().catch(async (error: unknown) => {
        await store.release(id);
        throw error;
      });
      // A success that cannot be kept stays busy: free, the key would let the request happen twice.
      await (answer.status < 400 ? store.keep(id, answer) : store.release(id));
      return answer;
    },
  };
}

function answerOf(record: KeyRecord, fingerprint: string): KeptAnswer {
  if (record.fingerprint !== fingerprint) {
    throw new Refusal(
      'invalid',
      'idempotency.other-request',
      'Цей Idempotency-Key уже вжито для іншого запиту.',
    );
  }
  if (!record.answer) {
    throw new Refusal('conflict', 'idempotency.in-flight', 'Запит із цим Idempotency-Key ще виконується.');
  }
  return record.answer;
}
