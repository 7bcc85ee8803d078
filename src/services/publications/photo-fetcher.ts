import { Refusal } from '../../domain/refusal.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import type { Pictures } from '../files/pictures.js';
import type { PublicationStore, WaitingPhoto } from './store.js';

/** Photos that wait are looked for this often without a nudge. */
const TICK_MS = 30_000;
/** Publications of one look. */
const AT_ONCE = 20;
/** Slow sites do not hold up the others. */
const FETCHES = 4;

export interface PhotoFetcherDeps {
  readonly store: Pick<PublicationStore, 'waitingPhotos' | 'settlePhoto'>;
  readonly pictures: Pictures;
  readonly log: Logger;
}

/**
 * Fetches photos of publications after they were registered; one that fails is flagged, and an editor may give it
 * again. Runs in the process that holds the crontab's lease; a crash repeats what was under way.
 */
export class PhotoFetcher {
  private readonly doorbell = new Doorbell();

  constructor(private readonly deps: PhotoFetcherDeps) {}

  nudge(): void {
    this.doorbell.ring();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal).catch((error: unknown) =>
        this.deps.log.error({ err: error }, 'photos: not fetched, trying again'),
      );
      await this.doorbell.wait(TICK_MS, signal);
    }
  }

  /** Until none waits. */
  async look(signal: AbortSignal): Promise<void> {
    for (;;) {
      const waiting = await this.deps.store.waitingPhotos(AT_ONCE);
      if (waiting.length === 0) return;
      for (let from = 0; from < waiting.length; from += FETCHES) {
        if (signal.aborted) return;
        await Promise.all(waiting.slice(from, from + FETCHES).map((photo) => this.settle(photo)));
      }
    }
  }

  private async settle(photo: WaitingPhoto): Promise<void> {
    const { store, pictures, log } = this.deps;
    const { sourceUrl: url, alt, publicationId } = photo;
    const picture = await pictures.fetch({ url, alt }).catch((error: unknown) => {
      // What is wrong with the picture is the editor's to mend; what is wrong with us is tried again.
      if (!(error instanceof Refusal)) throw error;
      log.info({ publicationId, code: error.code }, 'photos: one could not be fetched');
      return undefined;
    });
    await store.settlePhoto(photo, picture);
  }
}
