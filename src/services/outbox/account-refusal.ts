import { oneAtATime } from '../../lib/one-at-a-time.js';
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
  /** Who looks must know what was just paused */
  private readonly inTurn = oneAtATime();

  constructor(private readonly deps: AccountRefusalDeps) {}

  async heed(code: string, at: Date): Promise<void> {
    const { silence, trouble } = this.deps;
    if (silence.isResting(at.getTime())) return;
    silence.rest(REST_MS, at);
    this.code = code;
    await trouble.refused({ code, since: at });
    await this.inTurn(async () => {
      this.paused.clear();
      await this.pauseAll(await this.deps.sendable());
    });
  }

  /** Looks at the broadcasts during a rest. One that staff resume ends it: they may have put things right. */
  async look(at: Date): Promise<void> {
    const { silence } = this.deps;
    if (!silence.isResting(at.getTime())) return;
    await this.inTurn(async () => {
      const broadcasts = await this.deps.sendable();
      if (broadcasts.some(({ id }) => this.paused.has(id))) silence.endRest();
      else await this.pauseAll(broadcasts);
    });
  }

  private async pauseAll(broadcasts: readonly SendableBroadcast[]): Promise<void> {
    for (const { id } of broadcasts) {
      await this.deps.pause(id, 'account', this.code);
      this.paused.add(id);
    }
  }
}
