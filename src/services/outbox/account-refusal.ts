import type { Pause } from './pausing.js';
import type { Silence } from './silence.js';
import type { SendableBroadcast } from './store.js';
import type { Trouble } from './trouble.js';

/** Silence after a refused token or account before one more try. */
const REST_MS = 60_000;

export interface AccountRefusalDeps {
  readonly sendable: () => Promise<readonly SendableBroadcast[]>;
  readonly silence: Silence;
  readonly trouble: Trouble;
  readonly pause: Pause;
}

/**
 * What follows when a messenger refuses our token or account: the sender rests, and every broadcast pauses, those that
 * begin meanwhile, too.
 */
export class AccountRefusal {
  private code = '';
  private readonly paused = new Set<string>();

  constructor(private readonly deps: AccountRefusalDeps) {}

  async heed(code: string, at: Date): Promise<void> {
    const { silence, trouble } = this.deps;
    if (silence.isResting(at.getTime())) return;
    silence.rest(REST_MS, at);
    this.code = code;
    this.paused.clear();
    await trouble.refused({ code, since: at });
    await this.pauseAll(await this.deps.sendable());
  }

  /** Looks at the broadcasts during a rest. One that staff resume ends it: they may have put things right. */
  async look(at: Date): Promise<void> {
    const { silence } = this.deps;
    if (!silence.isResting(at.getTime())) return;
    const paused = new Set(this.paused);
    const broadcasts = await this.deps.sendable();
    if (broadcasts.some(({ id }) => paused.has(id))) silence.endRest();
    else await this.pauseAll(broadcasts);
  }

  private async pauseAll(broadcasts: readonly SendableBroadcast[]): Promise<void> {
    for (const { id } of broadcasts) {
      await this.deps.pause(id, 'account', this.code);
      this.paused.add(id);
    }
  }
}
